/** The project page's sub-pages, by their routes in the manifest. */
export const sections = ['guidelines', 'gate', 'planner', 'margin'] as const;
export type Section = (typeof sections)[number];

/** The section that a path within the page names; guidelines for any other. */
export function sectionOf(pathname: string): Section {
  const segment = pathname.split('/').find((part) => part !== '');
  return sections.find((section) => section === segment) ?? 'guidelines';
}
