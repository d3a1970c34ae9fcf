/** At least one. */
export type Sections<Section extends string> = readonly [Section, ...Section[]];

/** The section that a path within the page names; the first for any other. */
export function sectionOf<Section extends string>(sections: Sections<Section>, pathname: string): Section {
  const segment = (pathname.split('?')[0] ?? '').split('/').find((part) => part !== '');
  return sections.find((section) => section === segment) ?? sections[0];
}

/** What a path names behind its section: one part of it, such as a client; undefined for none. */
export function detailOf(pathname: string): string | undefined {
  const [, detail] = (pathname.split('?')[0] ?? '').split('/').filter((part) => part !== '');
  return detail;
}
