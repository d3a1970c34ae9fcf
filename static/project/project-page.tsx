import { lazy, Suspense, type ReactNode } from 'react';
import { SectionLinks } from '../page/section-links';
import { useSection } from '../page/use-section';
import { Waiting } from '../shared/waiting';
import { GuidelinesSection } from './guidelines/guidelines-section';
import { useProjectScreen } from './project-screen';
import { sections } from './section';

const ChangesSection = lazy(async () => ({ default: (await import('./changes/changes-section')).ChangesSection }));
const ClientSection = lazy(async () => ({ default: (await import('./client/client-section')).ClientSection }));
const ContactsSection = lazy(async () => ({ default: (await import('./contacts/contacts-section')).ContactsSection }));
const GateSection = lazy(async () => ({ default: (await import('./gate/gate-section')).GateSection }));
const MarginSection = lazy(async () => ({ default: (await import('./margin/margin-section')).MarginSection }));
const MoneySection = lazy(async () => ({ default: (await import('./money/money-section')).MoneySection }));
const PlannerSection = lazy(async () => ({ default: (await import('./planner/planner-section')).PlannerSection }));

/** The page of a project: its sections, each with an address of its own. */
export function ProjectPage(): ReactNode {
  const { t } = useProjectScreen();
  const { section, open } = useSection(sections);
  if (section === undefined) return <Waiting />;
  return (
    <>
      <SectionLinks label={t('sections')} sections={sections.map((one) => ({ section: one, name: t(`section.${one}`) }))} current={section} onOpen={open} />
      <main key={section}>
        <Suspense fallback={<Waiting />}>
          {section === 'guidelines' && <GuidelinesSection />}
          {section === 'gate' && <GateSection />}
          {section === 'margin' && <MarginSection />}
          {section === 'money' && <MoneySection />}
          {section === 'contacts' && <ContactsSection />}
          {section === 'changes' && <ChangesSection />}
          {section === 'client' && <ClientSection />}
          {section === 'planner' && <PlannerSection onOpenGuidelines={() => open('guidelines')} />}
        </Suspense>
      </main>
    </>
  );
}
