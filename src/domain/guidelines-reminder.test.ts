import fc from 'fast-check';
import { accountId, instant, person } from './fixture/values';
import { lastReminder, mayRemind, noReminders, remindedAt, reminderLimits, withReminded, type Reminders } from './guidelines-reminder';
import { guidelinesReminder } from './guidelines-wording';

const by = person('anna', 'Anna Nowak');
const start = Date.parse('2026-03-02T09:00:00.000Z');
const after = (hours: number) => instant(new Date(start + hours * 3_600_000).toISOString());
const [piotr, ola] = [accountId('piotr'), accountId('ola')];

it('lets nobody be reminded of the same version twice within a day', () => {
  const told = withReminded(noReminders, 3, [piotr], { by, at: after(0) });
  expect([mayRemind(told, 3, piotr, after(23.99)), mayRemind(told, 3, piotr, after(24)), mayRemind(told, 3, ola, after(0)), mayRemind(told, 4, piotr, after(0))]).toEqual([false, true, true, true]);
  expect(lastReminder(told, 3)).toEqual({ accountId: piotr, by, at: after(0) });
  expect(lastReminder(told, 4)).toBeNull();
});

const anyStep = fc.record({ version: fc.integer({ min: 1, max: 3 }), people: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd').map(accountId), { minLength: 1, maxLength: 4 }), hours: fc.integer({ min: 0, max: 40 }) });

it('remembers of any reminders each person of the latest version once, with their latest time', () => {
  fc.assert(fc.property(fc.array(anyStep, { minLength: 1, maxLength: 12 }), (steps) => {
    let [reminders, hours, version]: [Reminders, number, number] = [noReminders, 0, 1];
    const expected = new Map<string, string>();
    for (const step of steps) {
      hours += step.hours;
      if (step.version > version) expected.clear();
      version = Math.max(version, step.version);
      reminders = withReminded(reminders, version, step.people, { by, at: after(hours) });
      for (const one of step.people) expected.set(one, after(hours));
    }
    expect(new Map(reminders.told.map(({ accountId: id, at }) => [id, at]))).toEqual(expected);
    expect(reminders.told).toHaveLength(expected.size);
    expect(reminders.revision).toBe(steps.length);
    expect(lastReminder(reminders, version)?.at).toBe(after(hours));
  }));
});

it('keeps no more people than fit a record, the latest ones', () => {
  const many = Array.from({ length: reminderLimits.told + 5 }, (_, at) => accountId(`person${at}`));
  const told = withReminded(noReminders, 1, many, { by, at: after(0) });
  expect(told.told).toHaveLength(reminderLimits.told);
  expect(remindedAt(told, 1, accountId(`person${reminderLimits.told + 4}`))).toBe(after(0));
});

it('is written in the company’s language, with what the account manager added behind the first line', () => {
  expect(guidelinesReminder({ version: 3, by, note: 'Zmienił się termin' }, 'pl')).toEqual([
    'Wytyczne projektu w wersji 3 czekają na przeczytanie.',
    '„Zmienił się termin”',
    'Można je przeczytać i potwierdzić w panelu Opiekun przy tym zgłoszeniu.',
    'Przypomina: Anna Nowak.',
  ]);
  expect(guidelinesReminder({ version: 3, by, note: '' }, 'en')).toHaveLength(3);
});
