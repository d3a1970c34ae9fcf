import { view } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import { sectionOf, type Section } from './section';

interface History {
  readonly location: { readonly pathname: string };
  listen(listener: (location: { readonly pathname: string }) => void): () => void;
  push(path: string): void;
}

interface UsedSection {
  /** undefined until Jira has told the address. */
  readonly section: Section | undefined;
  readonly open: (section: Section) => void;
}

/** Follows and moves the address of the page in Jira; without a history the sections still open. */
export function useSection(): UsedSection {
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
        setSection(sectionOf(created.location.pathname));
        forget = created.listen((location) => setSection(sectionOf(location.pathname)));
      })
      .catch(() => setSection('guidelines'));
    return () => {
      gone = true;
      forget?.();
    };
  }, []);

  const open = useCallback((next: Section): void => {
    if (history.current === undefined) setSection(next);
    else history.current.push(`/${next}`);
  }, []);

  return { section, open };
}
