import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch';
import { people, type PersonName } from './small-company';

const screenshots = join(__dirname, '..', 'screenshots');
/** Longest wait for something to appear, in milliseconds. */
const patience = 30_000;
const mostTabs = 80;

/** Evaluated in the screen: by what words the focused element is known. */
const nameOfFocused = `(() => {
  const element = document.activeElement;
  const labels = [...(element.labels ?? [])].map((label) => label.textContent);
  return [element.getAttribute('aria-label'), ...labels, element.textContent].join(' ');
})()`;

export interface VisitOptions {
  readonly theme?: 'light' | 'dark';
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** A browser for the tests of one file, and the people who use it. */
export class TestBrowser {
  readonly #visits: Visit[] = [];

  private constructor(private readonly browser: Browser) {}

  static async launch(): Promise<TestBrowser> {
    return new TestBrowser(await launchBrowser());
  }

  /** Signs a person in at the site, in a browser of their own. */
  async visit(jiraUrl: string, person: PersonName, options: VisitOptions = {}): Promise<Visit> {
    const visit = await this.guest(jiraUrl, options);
    await visit.context.addCookies([{ name: 'local-user', value: people[person].accountId, url: jiraUrl }]);
    return visit;
  }

  /** A browser that has never been at the site. */
  async guest(jiraUrl: string, { theme = 'light', width = 1280, height = 900 }: VisitOptions = {}): Promise<Visit> {
    const context = await this.browser.newContext({ colorScheme: theme, viewport: { width, height }, locale: 'en-US', timezoneId: 'Europe/Warsaw' });
    context.setDefaultTimeout(patience);
    const visit = new Visit(context, await context.newPage(), jiraUrl);
    this.#visits.push(visit);
    return visit;
  }

  /**
   * Ends every visit; for afterEach.
   * @throws Error when a page or a screen reported an error that the test did not expect.
   */
  async endVisits(): Promise<void> {
    const ended = this.#visits.splice(0);
    await Promise.all(ended.map((visit) => visit.context.close()));
    const troubles = ended.flatMap((visit) => visit.unexpected());
    if (troubles.length > 0) throw new Error(`The browser reported:\n${troubles.join('\n')}`);
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

/** One person at one browser. */
export class Visit {
  /** The app's screen on the page. */
  readonly screen: FrameLocator;
  /** The text of every answer that reached the browser, screens and calls alike. */
  readonly answers: string[] = [];
  readonly #troubles: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly jiraUrl: string,
  ) {
    // An issue has the panel and, beside it, the gate's own small screen.
    this.screen = page.locator('iframe.app-frame').first().contentFrame();
    context.on('weberror', (error) => this.#troubles.push(`error: ${error.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.#troubles.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('response', (response) => {
      // What was built says nothing of anybody. A redirect has no body, and a page that is left behind takes its own with it.
      if (!/\/assets\/|\.(?:js|css)$/u.test(response.url())) response.text().then((text) => this.answers.push(text), () => undefined);
    });
  }

  /** Opens a page of the site and waits for it, not for the screen on it. */
  async open(path: string): Promise<void> {
    await this.page.goto(path.startsWith('http') ? path : this.jiraUrl + path);
  }

  /** Says that errors of this kind belong to the story. */
  expectTrouble(kind: RegExp): void {
    this.#expected.push(kind);
  }

  unexpected(): string[] {
    return this.#troubles.filter((trouble) => !this.#expected.some((kind) => kind.test(trouble)));
  }

  /** Keeps a picture of the whole page as test/screenshots/<name>.png, when somebody wants to look: SCREENSHOTS=1. Drawing them all takes minutes. */
  async picture(name: string): Promise<void> {
    if (process.env['SCREENSHOTS'] !== '1') return;
    mkdirSync(screenshots, { recursive: true });
    await this.page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
  }

  /** Waits until the screen shows this text somewhere. */
  async sees(text: string | RegExp): Promise<Locator> {
    const found = this.screen.getByText(text).first();
    await found.waitFor();
    return found;
  }

  /**
   * Presses Tab until what is focused on the screen is named so, as a person without a mouse does.
   * @throws Error when the Tab key does not get there.
   */
  async tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < mostTabs; presses += 1) {
      const focused = this.screen.locator(':focus');
      if ((await focused.count()) > 0 && name.test(await focused.first().evaluate<string, unknown>(nameOfFocused))) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The Tab key does not get to ${name.source}`);
  }

  /** How far the page, or the screen in it, can be scrolled sideways, in CSS pixels. */
  async sideways(): Promise<{ readonly page: number; readonly screen: number }> {
    const overhang = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    // As a text it is evaluated in the window that the element belongs to.
    return { page: await this.page.evaluate<number>(overhang), screen: await this.screen.locator('html').evaluate<number, unknown>(overhang) };
  }

  button(name: string | RegExp): Locator {
    return this.screen.getByRole('button', { name, exact: true });
  }

  field(label: string): Locator {
    return this.screen.getByLabel(label, { exact: true });
  }
}
