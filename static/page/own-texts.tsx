import { useContext, useEffect, useState, type ReactNode } from 'react';
import { ScreenContext, type TextLoaders } from '../shared/screen';
import { makeTranslate, type Catalogue } from '../shared/texts';
import { Waiting } from '../shared/waiting';

/** A part of a page with texts of its own, which come when the part does. @param texts must be the same object at every rendering. */
export function OwnTexts({ texts, children }: { readonly texts: TextLoaders; readonly children: ReactNode }): ReactNode {
  const screen = useContext(ScreenContext);
  const [own, setOwn] = useState<Catalogue | undefined>();
  const language = screen?.language ?? 'en';
  useEffect(() => {
    let isGone = false;
    void texts[language]().then((loaded) => {
      if (!isGone) setOwn(loaded.default);
    });
    return () => {
      isGone = true;
    };
  }, [texts, language]);
  if (screen === null || own === undefined) return <Waiting />;
  const translate = makeTranslate(language, own);
  return <ScreenContext.Provider value={{ ...screen, t: (key, values) => (Object.hasOwn(own, key) ? translate(key, values) : screen.t(key, values)) }}>{children}</ScreenContext.Provider>;
}
