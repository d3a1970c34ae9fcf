/** At least one. */
export type Sections<Section extends string> = readonly [Section, ...Section[]];

/** The section that a path within the page names; the first for any other. */
export function sectionOf<Section extends string>(sections: Sections<Section>, pathname: string): Section {
  const segment = pathname.split('/').find((part) => part !== '');
  return sections.find((section) => section === segment) ?? sections[0];
}
