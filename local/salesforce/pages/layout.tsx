import type { Child } from 'hono/jsx';
import type { Language } from './language';

/** Where the parts of the site begin. */
export const PLACES = { deals: '/', accounts: '/accounts', setup: '/setup' } as const;

export type Place = keyof typeof PLACES;

interface LayoutProps {
  readonly title: string;
  readonly language: Language;
  /** Where this page is in the other language. */
  readonly otherLanguage: string;
  readonly here: Place;
  readonly orgName: string;
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
  readonly children: Child;
}

/** What every page has around it. */
export function Layout({ title, language, otherLanguage, here, orgName, notice, refusal, children }: LayoutProps) {
  const { texts, code } = language;
  const other = code === 'pl' ? 'en' : 'pl';
  return (
    <html lang={code}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${orgName}`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">{texts.skip}</a>
        <header class="top">
          <div>
            <strong>{orgName}</strong>
            <nav>
              {(['deals', 'accounts', 'setup'] as const).map((place) => <a href={PLACES[place]} {...(here === place ? { 'aria-current': 'page' } : {})}>{texts[place]}</a>)}
            </nav>
            <a class="other" href={otherLanguage} lang={other} aria-label={texts.languageLabel}>{texts.language}</a>
            <p>{texts.standIn}</p>
          </div>
        </header>
        <main id="content">
          <h1>{title}</h1>
          {notice && <p class="saved" role="status">{notice}</p>}
          {refusal && <p class="note" role="alert">{refusal}</p>}
          {children}
        </main>
      </body>
    </html>
  );
}
