import { lazy, Suspense, type MouseEvent, type ReactNode } from 'react';
import { Waiting } from '../shared/waiting';
import { GuidelinesSection } from './guidelines/guidelines-section';
import { useProjectScreen } from './project-screen';
import { sections, type Section } from './section';
import { useSection } from './use-section';

const GateSection = lazy(async () => ({ default: (await import('./gate/gate-section')).GateSection }));
const MarginSection = lazy(async () => ({ default: (await import('./margin/margin-section')).MarginSection }));
const PlannerSection = lazy(async () => ({ default: (await import('./planner/planner-section')).PlannerSection }));

/** The page of a project: four sections, each with an address of its own. */
export function ProjectPage(): ReactNode {
  const { section, open } = useSection();
  if (section === undefined) return <Waiting />;
  return (
    <>
      <SectionLinks current={section} onOpen={open} />
      <main key={section}>
        <Suspense fallback={<Waiting />}>
          {section === 'guidelines' && <GuidelinesSection />}
          {section === 'gate' && <GateSection />}
          {section === 'margin' && <MarginSection />}
          {section === 'planner' && <PlannerSection onOpenGuidelines={() => open('guidelines')} />}
        </Suspense>
      </main>
    </>
  );
}

interface SectionLinksProperties {
  readonly current: Section;
  readonly onOpen: (section: Section) => void;
}

function SectionLinks({ current, onOpen }: SectionLinksProperties): ReactNode {
  const { t } = useProjectScreen();
  const follow = (event: MouseEvent, section: Section): void => {
    event.preventDefault();
    onOpen(section);
  };
  return (
    <nav className="sections" aria-label={t('sections')}>
      {sections.map((section) => (
        <a key={section} href={`#${section}`} aria-current={section === current ? 'page' : undefined} onClick={(event) => follow(event, section)}>
          {t(`section.${section}`)}
        </a>
      ))}
    </nav>
  );
}
