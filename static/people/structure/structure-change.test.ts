/// <reference types="jest" />
import { nobody } from '../../../src/domain/contact-structure';
import { contactId } from '../../../src/domain/fixture/values';
import { assigned, broughtBack, madeFirst, unassigned, withLeftOut, type Structure } from './structure-change';

const [anna, bart] = [contactId(1), contactId(2)];
const empty: Structure = { roles: { decisionMaker: [...nobody.decisionMaker], escalation: [], product: [], finance: [], technical: [] }, leftOut: [] };

test('a contact is put last into a role once, and is not left out any more', () => {
  const first = assigned(withLeftOut(assigned(empty, 'product', anna), bart), 'product', bart);
  expect(first).toEqual({ roles: { ...empty.roles, product: [anna, bart] }, leftOut: [] });
  expect(assigned(first, 'product', anna).roles.product).toEqual([bart, anna]);
});

test('a contact is made first, and taken out of one role alone', () => {
  const both = assigned(assigned(assigned(empty, 'finance', anna), 'finance', bart), 'technical', bart);
  expect(madeFirst(both, 'finance', bart).roles).toEqual({ ...empty.roles, finance: [bart, anna], technical: [bart] });
  expect(unassigned(both, 'finance', bart).roles).toEqual({ ...empty.roles, finance: [anna], technical: [bart] });
});

test('a contact is left out once, and comes back', () => {
  const out = withLeftOut(withLeftOut(empty, anna), anna);
  expect(out.leftOut).toEqual([anna]);
  expect(broughtBack(out, anna)).toEqual(empty);
});
