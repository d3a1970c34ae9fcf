import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import { readDue } from '../../../src/contract/billing';
import { daysLate } from '../../../src/domain/billing-document';
import type { Currency } from '../../../src/domain/money';
import { sumOf, type Total } from '../../../src/domain/total';
import { Asking } from '../../page/asking';
import { call } from '../../shared/client';
import { Lozenge } from '../../shared/lozenge';
import { useAnswer } from '../../shared/use-answer';
import { ProjectLink } from '../margins/project-link';
import { usePortfolioScreen } from '../portfolio-screen';

type Due = z.infer<typeof readDue.answer>;
type DueDocument = Due['documents'][number];

const ask = () => call(readDue, {});

/** What clients owe or have to sign, over all projects: the longest overdue first. */
export function DueSection(): ReactNode {
  const { t } = usePortfolioScreen();
  const { asked, askAgain } = useAnswer<Due>(ask);
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('due.title')}</h1>
          <p className="subtle">{t('due.about')}</p>
        </div>
      </header>
      <Asking asked={asked} onRetry={askAgain}>
        {({ documents, today, hasMore }) =>
          documents.length === 0 ? (
            <div className="empty">
              <h2>{t('due.none.title')}</h2>
              <p>{t('due.none.body')}</p>
            </div>
          ) : (
            <>
              <OverdueSums documents={documents} today={today} />
              <ol className="due-lines">
                {documents.map((one) => <DueLine key={`${one.projectId} ${one.document.id}`} due={one} today={today} />)}
              </ol>
              {hasMore && <p className="subtle">{t('due.more')}</p>}
            </>
          )
        }
      </Asking>
    </>
  );
}

function OverdueSums({ documents, today }: Pick<Due, 'documents' | 'today'>): ReactNode {
  const { t, format } = usePortfolioScreen();
  const late = documents.map(({ document }) => document).filter((document) => document.kind !== 'protocol' && daysLate(document, today) > 0);
  const sums = [...new Set(late.map(({ currency }) => currency))].map((currency): readonly [Currency, Total] => [currency, sumOf(late.filter((one) => one.currency === currency).map(({ amount }) => amount))]);
  if (sums.length === 0) return null;
  return (
    <dl className="card money-line">
      {sums.map(([currency, sum]) => <div key={currency}><dt>{t('due.overdue')}</dt><dd className="unanswered">{format.sum(sum, currency)}</dd></div>)}
    </dl>
  );
}

function DueLine({ due: { project, projectId, document }, today }: { readonly due: DueDocument; readonly today: Due['today'] }): ReactNode {
  const { t, format } = usePortfolioScreen();
  const late = daysLate(document, today);
  return (
    <li className="due-line">
      <div>
        <strong>{t(`due.kind.${document.kind}`)} <bdi>{document.number}</bdi></strong>
        <p className="small">{project === null ? projectId : <ProjectLink projectKey={project.key} name={project.name} />}</p>
      </div>
      <span className="due-amount">{format.sum(document.amount, document.currency)}</span>
      <div>
        {late > 0 ? <Lozenge tone="danger" icon="error">{t('due.late', { count: late })}</Lozenge> : <Lozenge tone="warning" icon="clock">{t('due.soon')}</Lozenge>}
        <p className="small">{format.date(document.dueOn)}</p>
      </div>
    </li>
  );
}
