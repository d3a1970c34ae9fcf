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
import type { MarginsAnswer } from './portfolio-view';
import { useTodayScreen } from './today/today-screen';

const TodaySection = lazy(async () => ({ default: (await import('./today/today-section')).TodaySection }));
const ProjectsSection = lazy(async () => ({ default: (await import('./projects/projects-section')).ProjectsSection }));
const MonthSection = lazy(async () => ({ default: (await import('./month/month-section')).MonthSection }));
const StaffingSection = lazy(async () => ({ default: (await import('./staffing/staffing-section')).StaffingSection }));
const GoalsSection = lazy(async () => ({ default: (await import('../kpis/goals-section')).GoalsSection }));
const PipelineSection = lazy(async () => ({ default: (await import('../kpis/pipeline-section')).PipelineSection }));

/** The page's sub-pages, by their routes in the manifest. */
const sections = ['today', 'projects', 'clients', 'goals', 'pipeline', 'staffing', 'margins', 'due', 'month'] as const;

const ask = () => call(readMargins, {});

/** The page over all projects, which begins with what waits today. */
export function PortfolioPage(): ReactNode {
  const { t } = useTodayScreen();
  const { section, detail, open } = useSection(sections);
  // A client, and where somebody was led to one of its parts, that one's name.
  const [clientId = '', part] = (detail ?? '').split('.');
  if (section === undefined) return <Waiting />;
  return (
    <>
      <SectionLinks label={t('sections')} sections={sections.map((one) => ({ section: one, name: t(`section.${one}`) }))} current={section} onOpen={open} />
      {/* Staffing keeps what is tried while another deal is chosen, which only its address follows. */}
      <main key={section === 'staffing' ? section : `${section} ${detail ?? ''}`}>
        {section === 'today' ? (
          <Suspense fallback={<Waiting />}><TodaySection onGo={open} /></Suspense>
        ) : section === 'projects' ? (
          <Suspense fallback={<Waiting />}><ProjectsSection /></Suspense>
        ) : section === 'due' ? (
          <DueSection />
        ) : section === 'month' ? (
          <Suspense fallback={<Waiting />}><MonthSection /></Suspense>
        ) : section === 'staffing' ? (
          <Suspense fallback={<Waiting />}><StaffingSection chosen={detail} onChoose={(deal) => open('staffing', deal)} /></Suspense>
        ) : section === 'goals' || section === 'pipeline' ? (
          <Suspense fallback={<Waiting />}>{section === 'goals' ? <GoalsSection /> : <PipelineSection />}</Suspense>
        ) : section === 'clients' && isClientId(clientId) ? (
          <>
            <div><button type="button" className="button button-link" onClick={() => open('clients')}>{t('client.back')}</button></div>
            <ClientFile clientId={clientId} {...(part === undefined ? {} : { part })} />
          </>
        ) : (
          <MarginsOf>
            {(answer, askAgain) => (section === 'margins' ? <MarginsSection projects={answer.projects} onLookAgain={askAgain} /> : <ClientsSection clients={answer.clients} projects={answer.projects} onOpen={(clientId) => open('clients', clientId)} />)}
          </MarginsOf>
        )}
      </main>
    </>
  );
}

/** How all margins stand, asked for only by the sections that show it. */
function MarginsOf({ children }: { readonly children: (answer: MarginsAnswer, askAgain: () => void) => ReactNode }): ReactNode {
  const { asked, askAgain } = useAnswer<MarginsAnswer>(ask);
  return <Asking asked={asked} onRetry={askAgain}>{(answer) => children(answer, askAgain)}</Asking>;
}
