import { Hono } from 'hono';
import { pageLanguage, preferredLanguage } from './page-language';

const app = new Hono();
app.get('/', (context) => context.text(pageLanguage(context)));

async function open(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await app.request(path, { headers })).text();
}

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de', 'en'],
  ['en;q=0.4, pl-PL', 'pl'],
  ['pl;q=x, en', 'en'],
  ['pl-PL,pl;q=0.9,en;q=0.8', 'pl'],
  ['de, pl;q=0.8, en;q=0.5', 'pl'],
])('of the header %p the pages take %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});

test('the language asked for wins and is remembered; the memory wins over the browser', async () => {
  const answer = await app.request('/?lang=pl', { headers: { 'accept-language': 'en', cookie: 'lang=en' } });
  expect(await answer.text()).toBe('pl');
  expect(answer.headers.get('set-cookie')).toContain('lang=pl');
  expect(await open('/', { 'accept-language': 'en', cookie: 'lang=pl' })).toBe('pl');
});

test('a language that is not there is not asked for', async () => {
  expect(await open('/?lang=de', { cookie: 'lang=xx', 'accept-language': 'pl' })).toBe('pl');
});
