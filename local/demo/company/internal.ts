/** Where people's time goes that no client pays for; Tempo's plans of absence belong to its issues. */
export const internalProject = {
  id: '10100',
  key: 'WEW',
  name: 'Sprawy wewnętrzne',
  description: 'Urlopy, szkolenia i inne sprawy firmy.',
  issues: { holiday: 'Urlop wypoczynkowy', training: 'Szkolenia', hiring: 'Rozmowy kwalifikacyjne', sickness: 'Zwolnienie lekarskie' },
} as const;

export type InternalIssue = keyof typeof internalProject.issues;

/** Numeric id in Jira of an internal issue. */
export function internalIssueId(name: InternalIssue): string {
  return `${internalProject.id}${String(Object.keys(internalProject.issues).indexOf(name) + 1).padStart(3, '0')}`;
}
