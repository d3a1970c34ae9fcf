import fc from 'fast-check';
import { contactGaps, contactStanding, requiredRoles } from './contact-gaps';
import { planContactRoles, rolesWithoutValue, salesforceRoleFor, stepKey, type ContactRoleStep, type WantedContactRoles } from './contact-role-plan';
import { everyHolder, holdersOf, initialStructure, isOrderly, mergeStructure, nobody, projectRoles, rolesOf, suggestProjectRole, type ContactStructure, type ProjectRole } from './contact-structure';
import type { ClientContact, ContactRole } from './client-contact';
import { clientId, contactId, contactRoleId, dealId } from './fixture/values';
import type { ContactId } from './ids';

const standardValues = ['Business User', 'Decision Maker', 'Economic Buyer', 'Economic Decision Maker', 'Evaluator', 'Executive Sponsor', 'Influencer', 'Technical Buyer', 'Other'];
const person = (n: number, more: Partial<ClientContact> = {}): ClientContact => ({ id: contactId(n), clientId: clientId(1), name: `Person ${n}`, title: null, email: `p${n}@example.com`, phone: null, ...more });
const given = (n: number, contact: number, role: string | null, more: Partial<ContactRole> = {}): ContactRole => ({ id: contactRoleId(n), dealId: dealId(1), contactId: contactId(contact), role, isPrimary: false, ...more });
const known = (...people: readonly ClientContact[]) => new Map(people.map((one) => [one.id, one]));
const clients = new Set([clientId(1)]);

const anyContact = fc.integer({ min: 1, max: 6 }).map(contactId);
const anyHolders = fc.record({ decisionMaker: fc.uniqueArray(anyContact, { maxLength: 4 }), escalation: fc.uniqueArray(anyContact, { maxLength: 3 }), product: fc.uniqueArray(anyContact, { maxLength: 3 }), finance: fc.uniqueArray(anyContact, { maxLength: 3 }), technical: fc.uniqueArray(anyContact, { maxLength: 3 }) });
const anyRoles = fc
  .array(fc.record({ deal: fc.integer({ min: 1, max: 3 }), contact: fc.integer({ min: 1, max: 6 }), role: fc.option(fc.constantFrom(...standardValues), { nil: null }), isPrimary: fc.boolean() }), { maxLength: 10 })
  .map((list) => {
    const led = new Set<number>();
    // Salesforce has one primary contact in a deal at most.
    return list.map(({ deal, contact, role, isPrimary }, place) => {
      const isFirst = isPrimary && !led.has(deal);
      if (isFirst) led.add(deal);
      return given(place + 1, contact, role, { dealId: dealId(deal), isPrimary: isFirst });
    });
  });
const anyPeople = fc.subarray([1, 2, 3, 4, 5, 6]).map((numbers) => known(...numbers.map((n) => person(n, n === 6 ? { clientId: clientId(2) } : n === 5 ? { email: null } : {}))));
const anyStructure: fc.Arbitrary<ContactStructure> = fc
  .record({ revision: fc.integer({ min: 0, max: 2 }), roles: anyHolders, leftOut: fc.uniqueArray(anyContact, { maxLength: 3 }) })
  .map(({ revision, roles, leftOut }) =>
    revision === 0 ? initialStructure : { revision, roles: holdersOf((role) => roles[role].filter((id) => !leftOut.includes(id))), leftOut, writingUntil: null });

describe('the proposal for a contact role of Salesforce', () => {
  it.each<[string | null, ProjectRole | null]>([
    ['Decision Maker', 'decisionMaker'], ['Economic Decision Maker', 'decisionMaker'], ['Economic Buyer', 'finance'], ['Executive Sponsor', 'escalation'],
    ['Technical Buyer', 'technical'], ['Business User', 'product'], ['Influencer', null], ['Evaluator', null], ['Other', null], [null, null], ['', null],
    ['Osoba decyzyjna', 'decisionMaker'], ['Dyrektor finansowy', 'finance'], ['Właściciel produktu', 'product'], ['Architekt', 'technical'], ['Eskalacja', 'escalation'], ['constructor', null],
  ])('takes %p for %p', (value, role) => expect(suggestProjectRole(value)).toBe(role));

  it('goes back: every role has a standard value that is taken for it', () => {
    for (const role of projectRoles) expect(suggestProjectRole(salesforceRoleFor(role, standardValues))).toBe(role);
    expect(salesforceRoleFor('technical', ['Decision Maker'])).toBeNull();
  });
});

describe('a structure', () => {
  it('is what Salesforce proposes, its primary contact first, until somebody sets one', () => {
    const roles = [given(1, 1, 'Decision Maker'), given(2, 2, 'Decision Maker', { isPrimary: true }), given(3, 3, 'Influencer'), given(4, 4, 'Technical Buyer'), given(5, 9, 'Economic Buyer')];
    expect(mergeStructure(initialStructure, roles, known(person(1), person(2), person(3), person(4)))).toEqual({
      isProposal: true,
      roles: { ...nobody, decisionMaker: [contactId(2), contactId(1)], technical: [contactId(4)] },
      newcomers: [{ contactId: contactId(3), suggested: null }],
    });
  });

  it('is what was set from then on, and whom Salesforce has besides is news', () => {
    const kept: ContactStructure = { revision: 1, roles: { ...nobody, product: [contactId(1)] }, leftOut: [contactId(4)], writingUntil: null };
    const merged = mergeStructure(kept, [given(1, 1, 'Decision Maker'), given(2, 2, null), given(3, 2, 'Decision Maker'), given(4, 4, 'Technical Buyer')], known(person(1), person(2), person(4)));
    expect(merged).toEqual({ isProposal: false, roles: kept.roles, newcomers: [{ contactId: contactId(2), suggested: 'decisionMaker' }] });
  });

  it('never proposes who is gone or left out, nor calls anybody new who has a role', () => {
    fc.assert(fc.property(anyStructure, anyRoles, anyPeople, (kept, roles, contacts) => {
      const merged = mergeStructure(kept, roles, contacts);
      const placed = everyHolder(merged.roles);
      if (merged.isProposal) for (const id of placed) expect(contacts.has(id)).toBe(true);
      else expect(merged.roles).toEqual(kept.roles);
      for (const { contactId: id } of merged.newcomers) expect([placed.includes(id), kept.leftOut.includes(id), contacts.has(id)]).toEqual([false, false, true]);
      expect(isOrderly({ roles: merged.roles, leftOut: kept.leftOut })).toBe(true);
    }));
  });

  it.each([
    ['twice in a role', { roles: { ...nobody, finance: [contactId(1), contactId(1)] }, leftOut: [] }],
    ['in a role and left out', { roles: { ...nobody, finance: [contactId(1)] }, leftOut: [contactId(1)] }],
    ['left out twice', { roles: nobody, leftOut: [contactId(1), contactId(1)] }],
    ['one too many', { roles: { ...nobody, finance: Array.from({ length: 21 }, (_, n) => contactId(n)) }, leftOut: [] }],
  ])('is not in order with somebody %s', (_, structure) => expect(isOrderly(structure)).toBe(false));
});

describe('gaps', () => {
  const gapsOf = (roles: Partial<typeof nobody>, people: readonly ClientContact[], contactRoles: readonly ContactRole[] = []) => contactGaps({ roles: { ...nobody, ...roles }, contactRoles, contacts: known(...people), clients });

  it('are errors for the two roles that nothing goes without, and hints for the others', () => {
    expect(gapsOf({}, []).map((gap) => [gap.severity, gap.kind, gap.kind === 'nobody' && gap.role])).toEqual([
      ['error', 'nobody', 'decisionMaker'], ['error', 'nobody', 'escalation'], ['hint', 'nobody', 'product'], ['hint', 'nobody', 'finance'], ['hint', 'nobody', 'technical'],
    ]);
  });

  it('tell who is gone and who belongs elsewhere, and that nobody is left', () => {
    const full = { decisionMaker: [contactId(1)], escalation: [contactId(2)], product: [contactId(3)], finance: [contactId(3)], technical: [contactId(3)] };
    expect(gapsOf(full, [person(2, { clientId: clientId(7) }), person(3)])).toEqual([
      { severity: 'error', kind: 'nobody', role: 'decisionMaker' },
      { severity: 'error', kind: 'nobody', role: 'escalation' },
      { severity: 'error', kind: 'gone', contactId: contactId(1), roles: ['decisionMaker'] },
      { severity: 'error', kind: 'elsewhere', contactId: contactId(2), roles: ['escalation'] },
    ]);
  });

  it('tell of a first contact who cannot be reached, and of contact roles that point at nobody', () => {
    const roles = holdersOf(() => [contactId(1)]);
    const gaps = contactGaps({ roles: { ...roles, escalation: [contactId(2), contactId(1)] }, contactRoles: [given(1, 8, 'Other')], contacts: known(person(1), person(2, { email: null })), clients });
    expect(gaps).toEqual([
      { severity: 'error', kind: 'unreachable', contactId: contactId(2), role: 'escalation' },
      { severity: 'hint', kind: 'roleOfGone', contactRoleId: contactRoleId(1), contactId: contactId(8), dealId: dealId(1) },
    ]);
    expect(contactStanding([gaps, []])).toEqual({ gaps: 1, hints: 1, noDecisionMaker: false });
    expect(contactStanding([[], gapsOf({}, [])])).toMatchObject({ noDecisionMaker: true });
  });

  it('say nobody exactly where no holder is at one of the clients, errors first', () => {
    fc.assert(fc.property(anyHolders, anyRoles, anyPeople, (roles, contactRoles, contacts) => {
      const gaps = contactGaps({ roles, contactRoles, contacts, clients });
      const isHere = (id: ContactId): boolean => contacts.get(id)?.clientId === clientId(1);
      for (const role of projectRoles) {
        const said = gaps.find((gap) => gap.kind === 'nobody' && gap.role === role);
        expect(said === undefined).toBe(roles[role].some(isHere));
        if (said !== undefined) expect(said.severity).toBe(requiredRoles.has(role) ? 'error' : 'hint');
      }
      expect(gaps.filter(({ kind }) => kind === 'gone' || kind === 'elsewhere').length).toBe(everyHolder(roles).filter((id) => !isHere(id)).length);
      expect(gaps.map(({ severity }) => severity)).toEqual([...gaps.map(({ severity }) => severity)].sort());
    }));
  });
});

describe('what is written to Salesforce', () => {
  const anyWanted: fc.Arbitrary<WantedContactRoles> = fc
    .record({ roles: anyHolders, leftOut: fc.uniqueArray(anyContact, { maxLength: 2 }), deals: fc.subarray([1, 2, 3]), contactRoles: anyRoles, exist: anyPeople, values: fc.subarray(standardValues) })
    .map(({ roles, leftOut, deals, exist, ...more }) => ({ ...more, leftOut, roles: holdersOf((role) => roles[role].filter((id) => !leftOut.includes(id))), deals: deals.map(dealId), exist: new Set(exist.keys()) }));

  /** As Salesforce would have it afterwards. */
  function after(contactRoles: readonly ContactRole[], steps: readonly ContactRoleStep[]): readonly ContactRole[] {
    let made = 900;
    return steps.reduce<readonly ContactRole[]>((roles, step) => {
      if (step.kind === 'create') return [...roles, { id: contactRoleId((made += 1)), dealId: step.dealId, contactId: step.contactId, role: step.role, isPrimary: step.isPrimary }];
      if (step.kind === 'change') return roles.map((one) => (one.id === step.id ? { ...one, ...step.to } : one));
      return roles.filter((one) => one.id !== step.id);
    }, contactRoles);
  }

  it('leaves nothing to be written the second time', () => {
    fc.assert(fc.property(anyWanted, (wanted) => {
      expect(planContactRoles({ ...wanted, contactRoles: after(wanted.contactRoles, planContactRoles(wanted)) })).toEqual([]);
    }));
  });

  it('has one primary contact in a deal at most, one role for each holder, and no step twice', () => {
    fc.assert(fc.property(anyWanted, (wanted) => {
      const steps = planContactRoles(wanted);
      const then = after(wanted.contactRoles, steps);
      for (const deal of wanted.deals) expect(then.filter(({ dealId: of, isPrimary }) => of === deal && isPrimary).length).toBeLessThanOrEqual(1);
      expect(new Set(steps.map(stepKey)).size).toBe(steps.length);
      const created = steps.flatMap((step) => (step.kind === 'create' ? [`${step.dealId}${step.contactId}`] : []));
      expect(new Set(created).size).toBe(created.length);
      for (const step of steps) if (step.kind === 'create') expect(wanted.contactRoles.some((one) => one.dealId === step.dealId && one.contactId === step.contactId)).toBe(false);
    }));
  });

  it('touches no other deal, nobody whom the project says nothing of but to clear the primary mark, and makes nothing for who is gone', () => {
    fc.assert(fc.property(anyWanted, (wanted) => {
      for (const step of planContactRoles(wanted)) {
        expect(wanted.deals).toContain(step.dealId);
        const isHeld = rolesOf(wanted.roles, step.contactId).length > 0;
        if (step.kind === 'create') expect([isHeld, wanted.exist.has(step.contactId)]).toEqual([true, true]);
        if (step.kind === 'change' && !isHeld) expect(step).toMatchObject({ to: { role: step.from.role, isPrimary: false } });
        if (step.kind === 'remove') expect(step.why === 'gone' ? !wanted.exist.has(step.contactId) : wanted.leftOut.includes(step.contactId)).toBe(true);
      }
    }));
  });

  const wanted = (more: Partial<WantedContactRoles>): WantedContactRoles => ({ roles: nobody, leftOut: [], deals: [dealId(1)], contactRoles: [], exist: new Set([1, 2, 3].map(contactId)), values: standardValues, ...more });

  it('keeps a role that suits already, and sets the new primary contact before it clears the old', () => {
    const roles = { ...nobody, decisionMaker: [contactId(1)], finance: [contactId(2)] };
    const contactRoles = [given(1, 2, 'Economic Buyer', { isPrimary: true }), given(2, 1, 'Economic Decision Maker')];
    expect(planContactRoles(wanted({ roles, contactRoles })).map((step) => step.kind === 'change' && [step.contactId, step.to.role, step.to.isPrimary])).toEqual([
      [contactId(1), 'Economic Decision Maker', true],
      [contactId(2), 'Economic Buyer', false],
    ]);
  });

  it('writes the weightiest role that Salesforce has a value for, and says which it has none for', () => {
    const roles = { ...nobody, escalation: [contactId(1)], technical: [contactId(1), contactId(2)] };
    const values = ['Technical Buyer'];
    expect(planContactRoles(wanted({ roles, values }))).toEqual([
      { kind: 'create', dealId: dealId(1), contactId: contactId(1), role: 'Technical Buyer', isPrimary: false },
      { kind: 'create', dealId: dealId(1), contactId: contactId(2), role: 'Technical Buyer', isPrimary: false },
    ]);
    expect(rolesWithoutValue(roles, values)).toEqual(['escalation']);
  });

  it('has one of several records of a contact speak for it, the primary one where there is one, and leaves the others', () => {
    const roles = { ...nobody, technical: [contactId(1)] };
    const several = [given(1, 1, 'Other'), given(2, 1, 'Influencer', { isPrimary: true })];
    expect(planContactRoles(wanted({ roles, contactRoles: several }))).toEqual([
      { kind: 'change', id: contactRoleId(2), dealId: dealId(1), contactId: contactId(1), from: { role: 'Influencer', isPrimary: true }, to: { role: 'Technical Buyer', isPrimary: true } },
    ]);
    expect(planContactRoles(wanted({ roles, contactRoles: [...several, given(3, 1, 'Technical Buyer')] }))).toEqual([]);
  });

  it('removes roles of who is gone and who is left out', () => {
    expect(planContactRoles(wanted({ leftOut: [contactId(3)], contactRoles: [given(1, 9, 'Other'), given(2, 3, 'Influencer'), given(3, 2, 'Influencer')] })).map((step) => step.kind === 'remove' && step.why)).toEqual(['gone', 'leftOut']);
  });
});
