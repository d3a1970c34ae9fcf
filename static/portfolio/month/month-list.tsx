import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { MonthView, ReportView } from '../../../src/contract/reports';
import type { ClientId } from '../../../src/domain/ids';
import { ReportEditor } from '../../month/report-editor';
import { ReportLozenge } from '../../month/report-lozenge';
import { usePortfolioScreen } from '../portfolio-screen';
import { nextWaiting, progressOf } from './month-progress';

type Line = MonthView['clients'][number];

/** The clients of a month, one of them opened at a time. */
export function MonthList({ view, onChanged }: { readonly view: MonthView; readonly onChanged: (report: ReportView) => void }): ReactNode {
  const { t } = usePortfolioScreen();
  const hasOwn = view.clients.some(({ isMine }) => isMine);
  const [isMineOnly, setMineOnly] = useState(hasOwn);
  const [opened, open] = useState<ClientId | null>(null);
  const lines = view.clients.filter(({ isMine }) => isMine || !isMineOnly);
  if (view.clients.length === 0) {
    return (
      <div className="empty">
        <h2>{t('month.none.title')}</h2>
        <p>{t('month.none.body')}</p>
      </div>
    );
  }
  const next = nextWaiting(lines, opened);
  return (
    <>
      <div className="filters">
        <Progress lines={lines} view={view} />
        {hasOwn && <label className="mine"><input type="checkbox" checked={isMineOnly} onChange={(event) => setMineOnly(event.target.checked)} /> {t('client.mine')}</label>}
      </div>
      <ul className="report-lines">
        {lines.map((line) => (
          <li className="report-line" key={line.client.id}>
            <LineButton line={line} isLate={view.isOverdue} isOpen={line.client.id === opened} onToggle={() => open(line.client.id === opened ? null : line.client.id)} />
            {line.client.id === opened && (
              <ReportEditor clientId={line.client.id} month={view.month} onChanged={onChanged} onNext={next === undefined ? undefined : () => open(next)} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Progress({ lines, view: { dueOn, lastWorkingDay, isOverdue } }: { readonly lines: readonly Line[]; readonly view: MonthView }): ReactNode {
  const { t, format } = usePortfolioScreen();
  const { stored, all } = progressOf(lines);
  return (
    <div className="month-progress">
      <strong role="status">{t('month.progress', { stored: String(stored), all: String(all) })}</strong>
      <span className="report-bar" aria-hidden="true"><span style={{ inlineSize: `${all === 0 ? 0 : (stored / all) * 100}%` }} /></span>
      <span className="small">{stored < all && isOverdue ? t('month.overdue', { day: format.date(dueOn) }) : t('month.due', { from: format.date(lastWorkingDay), day: format.date(dueOn) })}</span>
    </div>
  );
}

interface LineProperties {
  readonly line: Line;
  readonly isLate: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function LineButton({ line: { client, manager, state, storedAt }, isLate, isOpen, onToggle }: LineProperties): ReactNode {
  const { t, format } = usePortfolioScreen();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The next client is where the person is now.
    if (isOpen) button.current?.focus();
  }, [isOpen]);
  return (
    <button ref={button} type="button" aria-expanded={isOpen} onClick={onToggle}>
      <span>
        <strong><bdi>{client.name}</bdi></strong>
        <span className="small"> {manager === null ? t('client.noManager') : <bdi>{manager.name}</bdi>}{storedAt !== null && <> · {t('report.storedAt', { when: format.instant(storedAt) })}</>}</span>
      </span>
      <span className="lozenges">
        {isLate && state !== 'stored' && <span className="late">{t('month.late')}</span>}
        <ReportLozenge state={state} />
      </span>
    </button>
  );
}
