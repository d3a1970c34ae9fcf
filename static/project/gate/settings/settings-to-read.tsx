import type { ReactNode } from 'react';
import type { GateSettingsView } from '../../../gate/gate-view';
import { useProjectScreen } from '../../project-screen';

/** What can be on or off in a project's rules. */
export const switches = ['tellsOfRequests', 'announcesDecisions', 'ownRequestAllowed'] as const;

/** The checklist and rules as they stand. */
export function SettingsToRead({ settings }: { readonly settings: GateSettingsView }): ReactNode {
  const { t } = useProjectScreen();
  return (
    <div className="rules">
      {settings.criteria.length === 0 && <p className="empty-line">{t('checklist.empty')}</p>}
      <ol className="rules-read">
        {settings.criteria.map(({ id, text, check }) => (
          <li key={id}><span className="written">{text}</span> <span className="small">· {t(`check.${check ?? 'person'}`)}</span></li>
        ))}
      </ol>
      <ul className="rules-read">
        {switches.map((name) => <li key={name}>{t(`rules.${name}`)}: <strong>{t(settings[name] ? 'rules.yes' : 'rules.no')}</strong></li>)}
      </ul>
    </div>
  );
}
