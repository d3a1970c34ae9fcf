import { parseArgs } from 'node:util';

export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly data: string | undefined;
  readonly reset: boolean;
  readonly verbose: boolean;
  readonly deals:
    | { readonly path: string; readonly map?: string; readonly dates?: 'us' | 'eu' | 'iso'; readonly numbers?: 'point' | 'comma' }
    | undefined;
}

const defaultPort = 8123;

export const usage = `Usage: npm start -- [options]

Starts a Jira site on this machine that runs Opiekun, with stand-ins for Salesforce and Tempo beside it.

  --port N         Jira's port; Salesforce and Tempo take the two after it (${defaultPort})
  --data DIR       where the site keeps everything (.data)
  --reset          begin afresh: forget what the site kept
  --deals FILE     load deals from a CSV export into the Salesforce stand-in
  --map LIST       which column is which, for headers that are not known: stage=deal_stage,amount=close_value
  --dates FORM     us, eu or iso: how the file writes dates, where it does not tell by itself
  --numbers FORM   point or comma: the file's decimal sign, where it does not tell by itself
  --verbose        show the log of the app's functions
  --help           show this`;

/** @throws UsageError for an option that does not exist or a value that does not fit. */
export function readOptions(args: readonly string[]): StartOptions {
  const values = parse(args);
  const { map, dates, numbers, deals } = values;
  if (deals === undefined && (map ?? dates ?? numbers) !== undefined) throw new UsageError('--map, --dates and --numbers go with --deals FILE.');
  return {
    help: values.help ?? false,
    port: portOf(values.port),
    data: values.data,
    reset: values.reset ?? false,
    verbose: values.verbose ?? false,
    deals:
      deals === undefined
        ? undefined
        : {
            path: deals,
            ...(map === undefined ? {} : { map }),
            ...(dates === undefined ? {} : { dates: oneOf('--dates', dates, ['us', 'eu', 'iso']) }),
            ...(numbers === undefined ? {} : { numbers: oneOf('--numbers', numbers, ['point', 'comma']) }),
          },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        verbose: { type: 'boolean' },
        deals: { type: 'string' },
        map: { type: 'string' },
        dates: { type: 'string' },
        numbers: { type: 'string' },
      },
    }).values;
  } catch (error) {
    // Node words these well, but its first sentence is enough.
    const words = String(error).replace(/^[^:]*: /, '').split(/\. |\n/)[0] ?? '';
    throw new UsageError(`${words.replace(/\.$/, '')}. See npm start -- --help.`);
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = Number(text);
  // The two ports after it are taken as well.
  if (!/^[0-9]+$/.test(text) || port < 1 || port > 65_533) throw new UsageError('--port takes a number from 1 to 65533.');
  return port;
}

function oneOf<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new UsageError(`${option} takes one of ${choices.join(', ')}.`);
  return found;
}
