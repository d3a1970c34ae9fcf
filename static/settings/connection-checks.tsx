import type { ReactNode } from 'react';
import type { ConnectionCheck } from '../../src/domain/connection-check';
import { Filled } from '../shared/filled';
import { Icon, type IconName } from '../shared/icon';
import { useSettings } from './use-settings';

const icons: Record<ConnectionCheck['outcome'], IconName> = { passed: 'check', failed: 'cross', warning: 'warning', skipped: 'minus' };

/** What a test of a connection found, one line for each thing that is needed, with what to do where it is not there. */
export function ConnectionChecks({ checks }: { readonly checks: readonly ConnectionCheck[] }): ReactNode {
  const { t } = useSettings();
  const failed = checks.filter((check) => check.outcome === 'failed').length;
  return (
    <div className="checks" role="status">
      <h3>{failed === 0 ? t('checks.passed') : t('checks.failed', { count: failed })}</h3>
      <ul>
        {checks.map((check) => (
          <li key={check.code} className={`check-${check.outcome}`}>
            <Icon name={icons[check.outcome]} />
            <div>
              <span className="check-name">{t(`check.${check.code}`)}</span>
              <span className="small"> · {t(`outcome.${check.outcome}`)}</span>
              {check.advice !== null && (
                <p><Filled text={t(`advice.${check.advice}`)} values={{ detail: <bdi>{check.detail}</bdi> }} /></p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
