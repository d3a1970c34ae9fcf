import { readPanel } from '../../src/contract/panel';
import { call } from '../shared/client';
import { startScreen } from '../shared/start';
import { Panel } from './panel';

const ask = () => call(readPanel, {});
// Asked before the reader's language and theme are known: the answer is what takes longest.
const first = ask();
let isFirst = true;

function askOnceAhead(): ReturnType<typeof ask> {
  if (!isFirst) return ask();
  isFirst = false;
  return first;
}

void startScreen(
  { pl: () => import('../../locales/panel.pl-PL.json'), en: () => import('../../locales/panel.en-US.json') },
  <Panel ask={askOnceAhead} />,
);
