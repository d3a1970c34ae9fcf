import { view } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sectionOf, type Sections } from './section-of';

interface History {
  readonly location: { readonly pathname: string };
  listen(listener: (location: { readonly pathname: string }) => void): () => void;
  push(path: string): void;
}

interface UsedSection<Section extends string> {
  /** undefined until Jira has told the address. */
  readonly section: Section | undefined;
  readonly open: (section: Section) => void;
}

/**
 * Follows and moves the address of a page with sections in Jira; without a history the sections still open.
 * @param sections by their routes in the manifest, the first of which opens where the address names none; must be the same list at every rendering.
 */
export function useSection<Section extends string>(sections: Sections<Section>): UsedSection<Section> {
  const [section, setSection] = useState<Section>();
  const history = useRef<History>();

  useEffect(() => {
    let forget: (() => void) | undefined;
    let gone = false;
    view
      .createHistory()
      .then((created: History) => {
        if (gone) return;
        history.current = created;
        setSection(sectionOf(sections, created.location.pathname));
        forget = created.listen((location) => setSection(sectionOf(sections, location.pathname)));
      })
      .catch(() => setSection(sections[0]));
    return () => {
      gone = true;
      forget?.();
    };
  }, [sections]);

  const open = useCallback((next: Section): void => {
    if (history.current === undefined) setSection(next);
    else history.current.push(`/${next}`);
  }, []);

  return { section, open };
}
