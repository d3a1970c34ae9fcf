import fc from 'fast-check';
import { NotModelledError, SoqlError } from './errors';
import { parseSoql } from './parse';

test('a query is read with all its clauses, whatever the letter case of its words', () => {
  expect(parseSoql("select Id, Account.Name from Opportunity where (Amount >= 1.5 and IsWon = true) or CloseDate < 2026-01-31 order by CloseDate desc nulls last, Id limit 5 offset 10")).toEqual({
    fields: [['Id'], ['Account', 'Name']],
    from: 'Opportunity',
    where: {
      kind: 'or',
      operands: [
        { kind: 'and', operands: [
          { kind: 'compare', field: ['Amount'], operator: '>=', value: { kind: 'number', value: 1.5 } },
          { kind: 'compare', field: ['IsWon'], operator: '=', value: { kind: 'boolean', value: true } },
        ] },
        { kind: 'compare', field: ['CloseDate'], operator: '<', value: { kind: 'date', value: '2026-01-31' } },
      ],
    },
    orderBy: [{ field: ['CloseDate'], descending: true, nullsLast: true }, { field: ['Id'], descending: false, nullsLast: false }],
    limit: 5,
    offset: 10,
  });
});

test('children are asked for in parentheses, by the name of their relationship', () => {
  expect(parseSoql('SELECT Id, (SELECT StageName, CreatedBy.Name FROM Opportunity.OpportunityHistories ORDER BY CreatedDate, Id), Name FROM Opportunity')).toMatchObject({
    fields: [['Id'], ['Name']],
    child: {
      fields: [['StageName'], ['CreatedBy', 'Name']], from: ['Opportunity', 'OpportunityHistories'],
      orderBy: [{ field: ['CreatedDate'] }, { field: ['Id'] }],
    },
    from: 'Opportunity',
  });
});

test('an instant with an offset comes out in UTC', () => {
  expect(parseSoql('SELECT Id FROM Account WHERE SystemModstamp > 2026-03-29T02:30:00+01:00').where).toMatchObject({ value: { value: '2026-03-29T01:30:00.000Z' } });
});

test.each([
  '', 'SELECT', 'SELECT FROM Account', 'SELECT Id Account', 'SELECT Id, FROM Account', 'SELECT Id FROM', 'SELECT Id FROM Account WHERE',
  "SELECT Id FROM Account WHERE Name = 'open", "SELECT Id FROM Account WHERE Name = 'a' AND", "SELECT Id FROM Account WHERE Name = 'a' OR Name = 'b' AND Name = 'c'",
  "SELECT Id FROM Account WHERE NOT Name = 'a' AND Name = 'b'", "SELECT Id FROM Account WHERE Name == 'a'", 'SELECT Id FROM Account WHERE Name = "a"',
  "SELECT Id FROM Account WHERE (Name = 'a'", 'SELECT Id FROM Account WHERE Name IN ()', 'SELECT Id FROM Account LIMIT x', 'SELECT Id FROM Account LIMIT -1',
  'SELECT Id FROM Account ORDER Name', 'SELECT Id FROM Account WHERE CreatedDate > 2026-02-30T00:00:00Z', 'SELECT Id FROM Account WHERE Id = :id', 'SELECT Id FROM Account;',
  'SELECT Id, (SELECT Id FROM Opportunities FROM Account', 'SELECT Id, () FROM Account', 'SELECT (SELECT COUNT() FROM Opportunities) FROM Account', 'SELECT (SELECT Id FROM Opportunities) Id FROM Account',
])('%p is refused as malformed', (soql) => {
  expect(() => parseSoql(soql)).toThrow(expect.objectContaining({ code: 'MALFORMED_QUERY' }));
});

test.each([
  ["SELECT Id, (SELECT Id FROM Opportunities WHERE Name = 'a') FROM Account", 'WHERE in a subquery'], ['SELECT Id, (SELECT Id FROM Opportunities ORDER BY Id LIMIT 1) FROM Account', 'LIMIT in a subquery'],
  ['SELECT Id, (SELECT Id, (SELECT Id FROM Tasks) FROM Opportunities) FROM Account', 'subquery in a subquery'], ['SELECT (SELECT Id FROM Opportunities), (SELECT Id FROM Contacts) FROM Account', 'more than one'],
  ['SELECT Id, (SELECT Id FROM Opportunities o) FROM Account', 'alias'], ['SELECT COUNT(Id) FROM Account', 'COUNT'], ['SELECT Id FROM Account a', 'alias'],
  ['SELECT Id FROM Account WHERE CreatedDate = TODAY', 'TODAY'], ['SELECT Id FROM Account WHERE CreatedDate > LAST_N_DAYS:30', 'LAST_N_DAYS'],
  ['SELECT StageName FROM Opportunity GROUP BY StageName', 'GROUP'], ['SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity)', 'semi-join'],
  ['SELECT FIELDS(ALL) FROM Account LIMIT 200', 'FIELDS'], ['SELECT Id FROM Account FOR UPDATE', 'FOR'],
])('%p is said to be missing', (soql, missing) => {
  expect(() => parseSoql(soql)).toThrow(NotModelledError);
  expect(() => parseSoql(soql)).toThrow(new RegExp(missing));
});

test('no text makes the parser fail in any other way', () => {
  const scrap = fc.oneof(fc.constantFrom('SELECT ', 'Id', ' FROM ', 'Account', ' WHERE ', '(SELECT Id FROM Opportunities)', ' ORDER BY ', "'", '\\', '(', ')', ' AND ', ' NOT ', '=', '2026-01-01', '12', ','), fc.string());
  fc.assert(fc.property(fc.array(scrap, { maxLength: 12 }), (scraps) => {
    try {
      parseSoql(scraps.join(''));
    } catch (error) {
      expect(error instanceof SoqlError || error instanceof NotModelledError).toBe(true);
    }
  }));
});
