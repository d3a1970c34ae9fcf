import { useState, type ReactNode } from 'react';
import type { Contact, ContactsView, WriteBackPreview, WriteBackStep, WrittenBack } from '../people-view';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { usePeopleScreen, type PeopleTranslate } from '../people-screen';

interface WriteBackStepsProperties {
  readonly preview: WriteBackPreview;
  /** Null before it was written. */
  readonly outcomes: WrittenBack['outcomes'] | null;
  readonly view: ContactsView;
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly busy: boolean;
  readonly onWrite: (keys: readonly string[]) => void;
  readonly onCancel: () => void;
}

type Outcome = WrittenBack['outcomes'][number]['outcome'];
const tones: Readonly<Record<Outcome, Tone>> = { done: 'success', notNeeded: 'neutral', notTried: 'neutral', unsure: 'warning', gone: 'warning', refused: 'danger', valueUnknown: 'danger', rejected: 'danger' };
const kinds: Readonly<Record<WriteBackStep['kind'], Tone>> = { create: 'success', change: 'information', remove: 'danger' };

/** Every contact role that is made, changed or removed, each to be chosen; afterwards what became of it. */
export function WriteBackSteps({ preview: { steps }, outcomes, view, contacts, busy, onWrite, onCancel }: WriteBackStepsProperties): ReactNode {
  const { t } = usePeopleScreen();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const became = new Map(outcomes?.map(({ key, outcome }) => [key, outcome]));
  const deals = new Map<string, string>(view.deals.map((deal) => [deal.id, deal.name]));
  const chosen = steps.flatMap(({ key }) => (left.has(key) ? [] : [key]));
  const toggle = (key: string): void => setLeft((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  const shown = outcomes === null ? steps : steps.filter(({ key }) => became.has(key));
  return (
    <>
      <ul className="contact-people">
        {shown.map(({ key, step }) => {
          const outcome = became.get(key);
          const what = (
            <span className="contact">
              <span><Lozenge tone={kinds[step.kind]}>{t(`people.step.${step.kind}`)}</Lozenge> <bdi>{contacts.get(step.contactId)?.name ?? t('people.gone')}</bdi></span>
              <span className="small">{words(step, t)} · <bdi>{deals.get(step.dealId) ?? step.dealId}</bdi></span>
            </span>
          );
          return (
            <li key={key}>
              {outcomes === null ? <label className="contact-step"><input type="checkbox" checked={!left.has(key)} disabled={busy} onChange={() => toggle(key)} />{what}</label> : what}
              {outcome !== undefined && <span className="contact"><Lozenge tone={tones[outcome]}>{t(`people.outcome.${outcome}`)}</Lozenge>{outcome !== 'done' && <span className="small">{t(`people.outcome.${outcome}.body`)}</span>}</span>}
            </li>
          );
        })}
      </ul>
      <div className="actions">
        {outcomes === null && steps.length > 0 && <button type="button" className="button button-primary" disabled={busy || chosen.length === 0} onClick={() => onWrite(chosen)}>{busy ? t('saving') : t('people.write.do', { count: chosen.length })}</button>}
        <button type="button" className="button" disabled={busy} onClick={onCancel}>{t(outcomes === null ? 'cancel' : 'people.write.close')}</button>
      </div>
    </>
  );
}

function words(step: WriteBackStep, t: PeopleTranslate): string {
  const named = (role: string | null, isPrimary: boolean): string => (isPrimary ? t('people.step.primary', { role: role ?? t('people.step.noRole') }) : (role ?? t('people.step.noRole')));
  switch (step.kind) {
    case 'create':
      return named(step.role, step.isPrimary);
    case 'change':
      return t('people.step.fromTo', { from: named(step.from.role, step.from.isPrimary), to: named(step.to.role, step.to.isPrimary) });
    case 'remove':
      return t(`people.step.${step.why}`, { role: step.role ?? t('people.step.noRole') });
  }
}
