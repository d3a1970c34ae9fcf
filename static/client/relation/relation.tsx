import './relation.css';
import { useCallback, type ReactNode } from 'react';
import { readRelation } from '../../../src/contract/relation';
import { isOpenNeed } from '../../../src/domain/relation';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { useAnswer } from '../../shared/use-answer';
import { useClientScreen } from '../client-screen';
import type { ClientFileView } from '../client-view';
import { EntryLine } from './entry-line';
import { EntryList } from './entry-list';
import { QuickLine } from './quick-line';
import type { RelationLine, RelationLog } from './relation-view';
import { SatisfactionChart } from './satisfaction-chart';
import { Standing } from './standing';

/** What happened with the client: written down quickly, and looked at in a glance. */
export function Relation({ file: { client } }: { readonly file: ClientFileView }): ReactNode {
  const ask = useCallback(() => call(readRelation, { clientId: client.id }), [client.id]);
  const { asked, askAgain, replace } = useAnswer<RelationLog>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(log) => <Log clientId={client.id} log={log} onLog={replace} onAskAgain={askAgain} />}</Asking>;
}

interface LogProperties {
  readonly clientId: ClientFileView['client']['id'];
  readonly log: RelationLog;
  readonly onLog: (log: RelationLog) => void;
  readonly onAskAgain: () => void;
}

function Log({ clientId, log, onLog, onAskAgain }: LogProperties): ReactNode {
  const { t } = useClientScreen();
  const { entries, today, mayEdit } = log;
  const open = entries.filter(({ fact }) => isOpenNeed(fact));
  const asked = entries.flatMap(({ fact }) => (fact.kind === 'satisfaction' ? [fact] : []));
  const show = (line: RelationLine): ReactNode => <EntryLine key={`${line.id} ${line.revision}`} clientId={clientId} line={line} today={today} mayEdit={mayEdit} onLog={onLog} onAskAgain={onAskAgain} />;
  return (
    <>
      <Standing log={log} />
      {mayEdit && <QuickLine clientId={clientId} today={today} onLog={onLog} onAskAgain={onAskAgain} />}
      {open.length > 0 && (
        <section className="card">
          <h2>{t('relation.waiting')}</h2>
          <ul className="relation-lines">{open.map(show)}</ul>
        </section>
      )}
      {asked.length > 0 && <SatisfactionChart asked={asked} />}
      <EntryList log={log} show={show} />
    </>
  );
}
