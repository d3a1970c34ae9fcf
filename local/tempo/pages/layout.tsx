import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { PageFrame } from './page-frame';

interface LayoutProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly current: 'planner' | 'worklogs' | 'financials' | 'settings' | undefined;
  readonly children?: Child;
}

/** The frame around every page. */
export function Layout({ frame, title, current, children }: LayoutProps) {
  const { texts, language } = frame;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} – Tempo Planner`}</title>
          <link rel="stylesheet" href="/style.css" />
          <link rel="icon" href="data:," />
        </head>
        <body>
          <a class="skip" href="#content">{texts.skip}</a>
          <header class="top">
            <div class="brand">
              Tempo {texts.product} <small>{texts.standIn}</small>
            </div>
            <nav>
              <a href="/" aria-current={current === 'planner' ? 'page' : undefined}>{texts.planner}</a>
              <a href="/worklogs" aria-current={current === 'worklogs' ? 'page' : undefined}>{texts.worklogs}</a>
              <a href="/financials" aria-current={current === 'financials' ? 'page' : undefined}>{texts.financials}</a>
              <a href="/settings" aria-current={current === 'settings' ? 'page' : undefined}>{texts.settings}</a>
            </nav>
            <div class="aside">
              {frame.jiraUrl === undefined ? null : <a href={frame.jiraUrl}>{texts.backToJira}</a>}
              <a href={frame.otherLanguageHref} lang={language === 'pl' ? 'en' : 'pl'}>{texts.language}</a>
            </div>
          </header>
          <main id="content">{children}</main>
        </body>
      </html>
    </>
  );
}

/** What is shown where there is nothing. */
export function MissingPage({ frame }: { readonly frame: PageFrame }) {
  return (
    <Layout frame={frame} title={frame.texts.missing} current={undefined}>
      <h1>{frame.texts.missing}</h1>
      <p>{frame.texts.missingHelp}</p>
      <p><a href="/">{frame.texts.planner}</a></p>
    </Layout>
  );
}
