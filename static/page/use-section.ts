import { view } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { detailOf, sectionOf, type Sections } from './section-of';

interface History {
  readonly location: { readonly pathname: string };
  listen(listener: (location: { readonly pathname: string }) => void): () => void;
  push(path: string): void;
}

interface UsedSection<Section extends string> {
  /** undefined until Jira has told the address. */
  readonly section: Section | undefined;
  /** What the address names behind the section, such as a client. */
  readonly detail: string | undefined;
  readonly open: (section: Section, detail?: string) => void;
}

/**
 * Follows and moves the address of a page with sections in Jira; without a history the sections still open.
 * @param sections by their routes in the manifest, the first of which opens where the address names none; must be the same list at every rendering.
 */
export function useSection<Section extends string>(sections: Sections<Section>): UsedSection<Section> {
  const [place, setPlace] = useState<{ readonly section: Section; readonly detail: string | undefined }>();
  const history = useRef<History>();

  useEffect(() => {
    let forget: (() => void) | undefined;
    let gone = false;
    const at = (pathname: string): void => setPlace({ section: sectionOf(sections, pathname), detail: detailOf(pathname) });
    view
      .createHistory()
      .then((created: History) => {
        if (gone) return;
        history.current = created;
        at(created.location.pathname);
        forget = created.listen((location) => at(location.pathname));
      })
      .catch(() => setPlace({ section: sections[0], detail: undefined }));
    return () => {
      gone = true;
      forget?.();
    };
  }, [sections]);

  const open = useCallback((section: Section, detail?: string): void => {
    if (history.current === undefined) setPlace({ section, detail });
    else history.current.push(detail === undefined ? `/${section}` : `/${section}/${detail}`);
  }, []);

  return { section: place?.section, detail: place?.detail, open };
}
