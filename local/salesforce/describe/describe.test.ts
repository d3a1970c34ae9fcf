import { fieldOf, startTestOrg } from '../test-org';
import type { TestOrg } from '../test-org';

let org: TestOrg;
beforeEach(async () => {
  org = await startTestOrg();
});
afterEach(() => org.close());

async function fieldsOf(object: string): Promise<unknown[]> {
  const fields = fieldOf(await (await org.data(`/sobjects/${object}/describe`)).json(), 'fields');
  return Array.isArray(fields) ? fields : [];
}

async function described(object: string, field: string): Promise<unknown> {
  return (await fieldsOf(object)).find((one) => fieldOf(one, 'name') === field);
}

test.each(['Account', 'Contact', 'Opportunity', 'OpportunityContactRole', 'ContentVersion'])('%s is described with the very fields that can be read', async (object) => {
  const names = (await fieldsOf(object)).map((field) => fieldOf(field, 'name'));
  const soql = `SELECT ${names.join(', ')} FROM ${object}`;
  expect((await org.query(soql)).status).toBe(200);
  expect(new Set(names).size).toBe(names.length);
  for (const { id } of object === 'Account' ? [org.store.createAccount({ number: 1, name: 'One' })] : []) {
    const record: unknown = await (await org.data(`/sobjects/${object}/${id}`)).json();
    expect(Object.keys(Object(record)).filter((name) => name !== 'attributes').sort()).toEqual([...names].sort());
  }
});

test('Role has the values of a new org, free until the administrator restricts them', async () => {
  expect(await described('OpportunityContactRole', 'Role')).toMatchObject({
    label: 'Role', type: 'picklist', length: 255, nillable: true, createable: true, updateable: true, restrictedPicklist: false,
    picklistValues: expect.arrayContaining([{ value: 'Economic Decision Maker', label: 'Economic Decision Maker', active: true, defaultValue: false }]),
  });
  org.store.features.set({ restrictedRoles: true });
  expect(await described('opportunitycontactrole', 'Role')).toMatchObject({ restrictedPicklist: true });
});

test('what is required, and what cannot be written, is told', async () => {
  expect(await described('OpportunityContactRole', 'OpportunityId')).toMatchObject({ type: 'reference', nillable: false, createable: true, updateable: false });
  expect(await described('ContentVersion', 'Checksum')).toMatchObject({ createable: false, updateable: false });
  expect(await described('Contact', 'LastName')).toMatchObject({ label: 'Last Name', length: 80, nillable: false });
});

test('StageName lists the org\'s own stages, and an org with one currency has no CurrencyIsoCode', async () => {
  org.store.stages.setActive('Prospecting', false);
  expect(await described('Opportunity', 'StageName')).toMatchObject({ picklistValues: expect.arrayContaining([{ value: 'Prospecting', label: 'Prospecting', active: false, defaultValue: false }]) });
  await org.close();
  org = await startTestOrg({ multiCurrency: false });
  expect(await described('Opportunity', 'CurrencyIsoCode')).toBeUndefined();
});

test('an object that the org does not have is not found', async () => {
  expect((await org.data('/sobjects/Nothing/describe')).status).toBe(404);
  expect((await org.data('/sobjects/User/describe')).status).toBe(501);
});
