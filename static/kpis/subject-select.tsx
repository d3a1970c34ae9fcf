import { useId, type ReactNode } from 'react';
import type { KpiSubjectView } from '../../src/contract/kpis';
import type { Person } from '../../src/domain/person';
import { useKpiScreen } from './kpi-screen';

interface SubjectSelectProperties {
  readonly subject: KpiSubjectView;
  readonly managers: readonly (Person | null)[];
  readonly onChoose: (subject: KpiSubjectView) => void;
}

const team = 'team';
const nobody = 'nobody';

/** Whose figures are shown: the team's, or one account manager's. */
export function SubjectSelect({ subject, managers, onChoose }: SubjectSelectProperties): ReactNode {
  const { t } = useKpiScreen();
  const id = useId();
  const choose = (value: string): void => {
    const chosen = managers.find((one) => one?.accountId === value);
    if (value === team) onChoose({ kind: 'team' });
    else if (value === nobody) onChoose({ kind: 'manager', manager: null });
    else if (chosen != null) onChoose({ kind: 'manager', manager: chosen.accountId });
  };
  return (
    <div className="field short">
      <label htmlFor={id}>{t('kpi.whose')}</label>
      <select id={id} className="input" value={subject.kind === 'team' ? team : (subject.manager ?? nobody)} onChange={(event) => choose(event.target.value)}>
        <option value={team}>{t('kpi.team')}</option>
        {managers.map((one) => <option key={one?.accountId ?? nobody} value={one?.accountId ?? nobody}>{one === null ? t('kpi.nobody') : one.name || one.accountId}</option>)}
      </select>
    </div>
  );
}
