import { addDays } from '../../../src/domain/calendar';
import { day } from '../../../src/domain/fixture/values';
import { documentLook, renewalLook } from './document-looks';

const today = day('2026-05-04');

it.each([[90, 'information'], [61, 'information'], [60, 'warning'], [31, 'warning'], [30, 'danger'], [0, 'danger'], [-1, 'danger']])('with %i days left looks like %s', (days, tone) => {
  expect(renewalLook(addDays(today, days), today).tone).toBe(tone);
});

it('shows nothing as missing that is not required, and nothing unknown as bad', () => {
  expect(documentLook({ state: 'missing', until: null, isRequired: true }, today).tone).toBe('danger');
  expect(documentLook({ state: 'missing', until: null, isRequired: false }, today).tone).toBe('neutral');
  expect(documentLook({ state: null, until: null, isRequired: true }, today).tone).toBe('neutral');
  expect(documentLook({ state: 'expiring', until: addDays(today, 45), isRequired: true }, today).tone).toBe('warning');
});
