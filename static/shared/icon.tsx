import type { ReactNode } from 'react';

/** Drawn here on a 16 × 16 grid: a handful of lines is lighter than an icon package. */
const paths = {
  check: 'M3 8.5l3.2 3.2L13 5',
  cross: 'M4 4l8 8M12 4l-8 8',
  warning: 'M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2',
  error: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.8v3.8M8 11v.2',
  information: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.4v3.8M8 4.9v.2',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.6V8l2.4 1.6',
  minus: 'M4 8h8',
  flag: 'M4 14V2.5h7.5L9.8 5.2l1.7 2.8H4',
  lapsed: 'M13.2 6A5.6 5.6 0 1 0 13.6 9M13.6 2.6V6h-3.4',
  conditions: 'M3 4.2l1 1 1.8-2M8.5 4.5H13M3 8.7l1 1 1.8-2M8.5 9H13M3.5 13h2M8.5 13H13',
  dot: 'M8 7.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z',
  arrow: 'M3 8h10M9.2 4.2 13 8l-3.8 3.8',
  plus: 'M8 3.5v9M3.5 8h9',
  pause: 'M5.5 4v8M10.5 4v8',
  chevron: 'M6 4l4 4-4 4',
} as const;

export type IconName = keyof typeof paths;

/** An icon beside a text that says the same, so it is silent for screen readers. */
export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
