import type { ReactNode } from 'react';
import type { ProjectRole } from '../../src/domain/contact-structure';
import { Lozenge } from '../shared/lozenge';
import { usePeopleScreen, type PeopleTranslate } from './people-screen';
import type { Contact, ContactGap } from './people-view';

interface GapListProperties {
  readonly gaps: readonly ContactGap[];
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly deals: ReadonlyMap<string, string>;
}

/** What is missing in the contacts, each with what to do about it. */
export function GapList({ gaps, contacts, deals }: GapListProperties): ReactNode {
  const { t } = usePeopleScreen();
  if (gaps.length === 0) return <p className="subtle">{t('people.gaps.none')}</p>;
  return (
    <ul className="contact-gaps">
      {gaps.map((gap, place) => {
        const { title, todo } = words(gap, t, contacts, deals);
        return (
          <li key={place}>
            <Lozenge tone={gap.severity === 'error' ? 'danger' : 'warning'} icon={gap.severity === 'error' ? 'error' : 'warning'}>{t(`people.severity.${gap.severity}`)}</Lozenge>
            <span>
              <strong>{title}</strong> <span className="subtle">{todo}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export const roleList = (roles: readonly ProjectRole[], t: PeopleTranslate): string => roles.map((role) => t(`people.role.${role}`)).join(', ');

function words(gap: ContactGap, t: PeopleTranslate, contacts: GapListProperties['contacts'], deals: GapListProperties['deals']): { readonly title: string; readonly todo: string } {
  switch (gap.kind) {
    case 'nobody':
      return { title: t('people.gap.nobody', { role: t(`people.role.${gap.role}`) }), todo: t(`people.gap.nobody.${gap.role}`) };
    case 'gone':
      return { title: t('people.gap.gone', { roles: roleList(gap.roles, t) }), todo: t('people.gap.gone.todo') };
    case 'elsewhere':
      return { title: t('people.gap.elsewhere', { name: nameOf(gap.contactId) }), todo: t('people.gap.elsewhere.todo', { roles: roleList(gap.roles, t) }) };
    case 'unreachable':
      return { title: t('people.gap.unreachable', { name: nameOf(gap.contactId) }), todo: t('people.gap.unreachable.todo', { role: t(`people.role.${gap.role}`) }) };
    case 'roleOfGone':
      return { title: t('people.gap.roleOfGone'), todo: t('people.gap.roleOfGone.todo', { deal: deals.get(gap.dealId) ?? gap.dealId }) };
  }

  function nameOf(id: string): string {
    return contacts.get(id)?.name ?? t('people.gone');
  }
}
