import { readOptions, UsageError } from './options';

it('has a default for everything', () => {
  expect(readOptions([])).toEqual({ help: false, port: 8123, data: undefined, reset: false, verbose: false, deals: undefined });
});

it('reads every option', () => {
  const args = ['--port', '9000', '--data', 'x', '--reset', '--deals', 'a.csv', '--map', 'stage=s', '--dates', 'us', '--numbers', 'comma'];
  expect(readOptions(args)).toMatchObject({ port: 9000, data: 'x', reset: true, deals: { path: 'a.csv', map: 'stage=s', dates: 'us', numbers: 'comma' } });
});

it.each([
  [['--port', 'x'], '--port takes a number'],
  [['--port', '0'], '--port takes a number'],
  [['--port', '65534'], '--port takes a number'],
  [['--nope'], '--nope'],
  [['stray'], 'stray'],
  [['--deals'], '--deals'],
  [['--map', 'a=b'], 'go with --deals'],
  [['--deals', 'a', '--dates', 'uk'], 'us, eu, iso'],
])('refuses %j in one line', (args, words) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  try {
    readOptions(args);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    expect(message).toContain(words);
    expect(message).not.toContain('\n');
  }
});
