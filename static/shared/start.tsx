import './base.css';
import { view } from '@forge/bridge';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import * as z from 'zod/mini';
import { ErrorBoundary } from './error-boundary';
import { makeFormat } from './format';
import type { Language } from '../../src/domain/person';
import { formatLocale, languageOf } from './language';
import { Note } from './note';
import { ScreenContext, useScreen, type Screen, type TextLoaders } from './screen';
import { makeTranslate, type Catalogue } from './texts';

const sharedTexts: TextLoaders = {
  pl: () => import('../../locales/shared.pl-PL.json'),
  en: () => import('../../locales/shared.en-US.json'),
};

/** What we read of Forge's context ("getContext", Forge bridge reference); all else in it is left alone. */
const forgeContext = z.object({
  accountId: z.optional(z.nullable(z.string())),
  locale: z.catch(z.string(), 'en-US'),
  timezone: z.catch(z.string(), ''),
  siteUrl: z.catch(z.string(), ''),
  extension: z.catch(
    z.object({ project: z.optional(z.object({ id: z.coerce.string(), key: z.string() })) }),
    {},
  ),
});

/**
 * Mounts a screen into `#root`: with the reader's theme, language and time zone, and a text of its own when it breaks.
 * @param texts the entry's own texts; the shared ones come with every screen.
 */
export async function startScreen(texts: TextLoaders, content: ReactNode): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('The page has no place for the screen');
  // Most people read Jira in their browser's language, so its texts come while Jira is still asked which one it is.
  const guessed = languageOf(navigator.language);
  const early = loadTexts(texts, guessed);
  const [context] = await Promise.all([
    view.getContext().catch(() => undefined),
    // Without Jira's theme the screen is plain but readable, so a failure here stops nothing.
    view.theme.enable().catch(() => undefined),
  ]);
  const known = forgeContext.parse(context ?? { locale: navigator.language });
  const language = languageOf(known.locale);
  const screen = makeScreen(await (language === guessed ? early : loadTexts(texts, language)), language, known);
  document.documentElement.lang = screen.language;
  createRoot(place).render(
    <ScreenContext.Provider value={screen}>
      <ErrorBoundary>{context === undefined ? <Unreachable /> : content}</ErrorBoundary>
    </ScreenContext.Provider>,
  );
}

function Unreachable(): ReactNode {
  const { t } = useScreen();
  return (
    <Note kind="error" title={t('unreachable.title')} action={{ label: t('reload'), onAction: () => window.location.reload() }}>
      {t('unreachable.body')}
    </Note>
  );
}

async function loadTexts(texts: TextLoaders, language: Language): Promise<Catalogue> {
  const [shared, own] = await Promise.all([sharedTexts[language](), texts[language]()]);
  return { ...shared.default, ...own.default };
}

function makeScreen(texts: Catalogue, language: Language, context: z.infer<typeof forgeContext>): Screen<string> {
  return {
    t: makeTranslate(language, texts),
    format: makeFormat(formatLocale(context.locale), context.timezone),
    language,
    timeZone: context.timezone === '' ? Intl.DateTimeFormat().resolvedOptions().timeZone : context.timezone,
    accountId: context.accountId ?? null,
    siteUrl: context.siteUrl.replace(/\/$/, ''),
    project: context.extension.project ?? null,
    now: () => new Date(),
  };
}
