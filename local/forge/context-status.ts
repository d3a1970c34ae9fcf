import type { ContextStatus, LozengeAppearance } from './module-definitions';

/** Atlassian's design tokens for each appearance of a lozenge; the page and its script both draw with them. */
const colours: Readonly<Record<LozengeAppearance, readonly [background: string, text: string]>> = {
  default: ['neutral', '--ds-text-subtle'],
  inprogress: ['information', '--ds-text-information'],
  moved: ['warning', '--ds-text-warning'],
  new: ['discovery', '--ds-text-discovery'],
  removed: ['danger', '--ds-text-danger'],
  success: ['success', '--ds-text-success'],
};

/** The CSS of a status beside an issue context's label. */
export function statusStyle(status: ContextStatus): string {
  const [background, text] = colours[status.type === 'badge' ? 'default' : status.appearance];
  return `background:var(--ds-background-${background});color:var(${text})`;
}
