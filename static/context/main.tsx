import { readPanel } from '../../src/contract/panel';
import { call } from '../shared/client';
import { startScreen } from '../shared/start';
import { IssueGate } from './issue-gate';

const ask = () => call(readPanel, {});

void startScreen(
  { pl: () => import('../../locales/context.pl-PL.json'), en: () => import('../../locales/context.en-US.json') },
  <IssueGate ask={ask} />,
);
