import './drift.css';
import { useState, type ReactNode } from 'react';
import type { AnswerError } from '../../src/contract/answer';
import { resolveDrift, type LinkedDealView, type PlannedLine, type SyncStateView } from '../../src/contract/planner';
import type { DealId, Tag } from '../../src/domain/ids';
import { ErrorNote } from '../shared/error-note';
import { Icon } from '../shared/icon';
import { useProjectCall } from '../shared/project-call';
import { useLaterFocus } from '../shared/use-later-focus';
import { useDriftScreen } from './drift-screen';
import { lineName } from './line-name';

interface DriftChoicesProperties {
  readonly dealId: DealId;
  readonly lines: LinkedDealView['lines'];
  readonly maySet: boolean;
  readonly onStands: (sync: SyncStateView) => void;
}

/** Entries of ours that somebody changed in Tempo: theirs and ours side by side, to choose from. */
export function DriftChoices({ dealId, lines, maySet, onStands }: DriftChoicesProperties): ReactNode {
  const { t } = useDriftScreen();
  const drifted = lines.flatMap((line) => (line.drift === null || line.entry === null ? [] : [{ line, drift: line.drift, tag: line.entry.tag }]));
  if (drifted.length === 0) return null;
  return (
    <section className="drift-section">
      <h3>{t('drift.title')}</h3>
      <ul className="drifts">
        {drifted.map((one) => <DriftChoice key={one.tag} {...one} dealId={dealId} maySet={maySet} onStands={onStands} />)}
      </ul>
    </section>
  );
}

type Drift = NonNullable<PlannedLine['drift']>;

interface DriftChoiceProperties extends Omit<DriftChoicesProperties, 'lines'> {
  readonly line: PlannedLine;
  readonly drift: Drift;
  readonly tag: Tag;
}

function DriftChoice({ dealId, line, drift, tag, maySet, onStands }: DriftChoiceProperties): ReactNode {
  const { t } = useDriftScreen();
  const call = useProjectCall();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AnswerError | null>(null);
  const [said, focusSaid] = useLaterFocus<HTMLParagraphElement>();
  const { chosen } = drift;
  // Once a choice is on its way there is nothing left to choose.
  const mayChoose = maySet && chosen === null;

  const choose = async (choice: 'takeTheirs' | 'putOursBack'): Promise<void> => {
    setBusy(true);
    setError(null);
    const answer = await call(resolveDrift, { dealId, tag, choice });
    setBusy(false);
    if (!answer.ok) return setError(answer.error);
    // The button that was pressed goes away with the choice.
    focusSaid();
    onStands(answer.data.sync);
  };

  return (
    <li className="drift">
      <p><Icon name="warning" /> <strong><bdi>{lineName(t, line)}</bdi></strong>{line.personName !== null && <span className="subtle"> · <bdi>{line.role}</bdi></span>}</p>
      <div className="drift-sides">
        <div className="drift-theirs" data-chosen={chosen === 'takeTheirs' ? true : undefined}>
          <h4>{t('drift.theirs')}</h4>
          <Side bar={drift.theirs} line={line} none={t('drift.theyDeleted')} />
          {mayChoose && <button type="button" className="button" disabled={busy} onClick={() => void choose('takeTheirs')}>{t('drift.takeTheirs')}</button>}
        </div>
        <div className="drift-ours" data-chosen={chosen === 'putOursBack' ? true : undefined}>
          <h4>{t('drift.ours')}</h4>
          <Side bar={drift.ours} line={line} none={t('drift.weWantNone')} />
          {mayChoose && <button type="button" className="button" disabled={busy} onClick={() => void choose('putOursBack')}>{t('drift.putOursBack')}</button>}
        </div>
      </div>
      {chosen !== null && <p ref={said} tabIndex={-1} className="drift-chosen" role="status"><Icon name="clock" /> {t(`drift.chosen.${chosen}`)}</p>}
      {error !== null && <ErrorNote error={error} />}
    </li>
  );
}

interface SideProperties {
  readonly bar: Drift['theirs'];
  readonly line: PlannedLine;
  /** Said when there is no entry on this side. */
  readonly none: string;
}

function Side({ bar, line, none }: SideProperties): ReactNode {
  const { t, format } = useDriftScreen();
  if (bar === null) return <p>{none}</p>;
  return (
    <p>
      {bar.assignee.kind === 'role' ? t('drift.asRole', { role: bar.assignee.role }) : (line.personName ?? t('drift.otherPerson'))}
      <br />
      {format.dateRange(bar.from, bar.to)}
      <br />
      {t('planner.perDay', { hours: format.hours(bar.minutesPerDay) })}
    </p>
  );
}
