import type { MouseEvent, ReactNode } from 'react';

interface SectionLinksProperties<Section extends string> {
  readonly label: string;
  readonly sections: readonly { readonly section: Section; readonly name: string }[];
  readonly current: Section;
  readonly onOpen: (section: Section) => void;
}

/** The sections of a page, each with an address of its own. */
export function SectionLinks<Section extends string>({ label, sections, current, onOpen }: SectionLinksProperties<Section>): ReactNode {
  const follow = (event: MouseEvent, section: Section): void => {
    event.preventDefault();
    onOpen(section);
  };
  return (
    <nav className="sections" aria-label={label}>
      {sections.map(({ section, name }) => (
        <a key={section} href={`#${section}`} aria-current={section === current ? 'page' : undefined} onClick={(event) => follow(event, section)}>
          {name}
        </a>
      ))}
    </nav>
  );
}
