/** Moves the focus to the first button of a rate's row once it is drawn anew; to the one that adds rates where the row is gone. */
export function focusRow(key: number): void {
  requestAnimationFrame(() => (document.querySelector<HTMLElement>(`[data-rate="${key}"] button`) ?? document.querySelector<HTMLElement>('.rates-adder button'))?.focus());
}

/** Moves the focus to a person's role; to the search for people where the person is gone. */
export function focusPerson(accountId: string): void {
  requestAnimationFrame(() => (document.querySelector<HTMLElement>(`[data-person="${CSS.escape(accountId)}"] :is(input, button)`) ?? document.querySelector<HTMLElement>('.person-search input'))?.focus());
}
