import { lazy, Suspense, type ReactNode } from 'react';
import { readMargins } from '../../src/contract/margin-portfolio';
import { isClientId } from '../../src/domain/ids';
import { ClientFile } from '../client/client-file';
import { Asking } from '../page/asking';
import { SectionLinks } from '../page/section-links';
import { useSection } from '../page/use-section';
import { call } from '../shared/client';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { ClientsSection } from './clients/clients-section';
import { DueSection } from './due/due-section';
import { MarginsSection } from './margins/margins-section';
import { usePortfolioScreen } from './portfolio-screen';

const MonthSection = lazy(async () => ({ default: (await import('./month/month-section')).MonthSection }));

const GoalsSection = lazy(async () => ({ default: (await import('../kpis/goals-section')).GoalsSection }));
const PipelineSection = lazy(async () => ({ default: (await import('../kpis/pipeline-section')).PipelineSection }));

/** The page's sub-pages, by their routes in the manifest. */
const sections = ['margins', 'clients', 'due', 'month', 'goals', 'pipeline'] as const;

const ask = () => call(readMargins, {});

/** The page over all projects: how their margins stand, what each client comes to, and what is to be paid. */
export function PortfolioPage(): ReactNode {
  const { t } = usePortfolioScreen();
  const { section, detail, open } = useSection(sections);
  const { asked, askAgain } = useAnswer(ask);
  if (section === undefined) return <Waiting />;
  return (
    <>
      <SectionLinks label={t('sections')} sections={sections.map((one) => ({ section: one, name: t(`section.${one}`) }))} current={section} onOpen={open} />
      <main key={`${section} ${detail ?? ''}`}>
        {section === 'due' ? (
          <DueSection />
        ) : section === 'month' ? (
          <Suspense fallback={<Waiting />}><MonthSection /></Suspense>
        ) : section === 'goals' || section === 'pipeline' ? (
          <Suspense fallback={<Waiting />}>{section === 'goals' ? <GoalsSection /> : <PipelineSection />}</Suspense>
        ) : section === 'clients' && detail !== undefined && isClientId(detail) ? (
          <>
            <div><button type="button" className="button button-link" onClick={() => open('clients')}>{t('client.back')}</button></div>
            <ClientFile clientId={detail} />
          </>
        ) : (
          <Asking asked={asked} onRetry={askAgain}>
            {(answer) => (section === 'margins' ? <MarginsSection projects={answer.projects} onLookAgain={askAgain} /> : <ClientsSection clients={answer.clients} projects={answer.projects} onOpen={(clientId) => open('clients', clientId)} />)}
          </Asking>
        )}
      </main>
    </>
  );
}
