import type { ReactNode } from 'react';
import type { Acknowledgement } from '../../../src/domain/guidelines';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';

interface AcknowledgementsProperties {
  readonly all: readonly Acknowledgement[];
  /** The current version. */
  readonly version: number;
}

/** Who has read the current version, and who knows only an earlier one. */
export function Acknowledgements({ all, version }: AcknowledgementsProperties): ReactNode {
  const { t, format, now } = useProjectScreen();
  const newest = new Map<string, Acknowledgement>();
  for (const one of all) {
    const known = newest.get(one.person.accountId);
    if (known === undefined || known.version < one.version) newest.set(one.person.accountId, one);
  }
  const people = [...newest.values()].sort((a, b) => b.version - a.version || (a.at < b.at ? 1 : -1));

  return (
    <section className="card">
      <h2>{t('acknowledged.title')}</h2>
      {people.length === 0 ? (
        <p className="subtle">{t('acknowledged.nobody', { version })}</p>
      ) : (
        <ul className="people">
          {people.map((one) => {
            const isCurrent = one.version === version;
            return (
              <li key={one.person.accountId}>
                <span className={isCurrent ? 'sign sign-good' : 'sign sign-old'}><Icon name={isCurrent ? 'check' : 'lapsed'} /></span>
                <bdi>{one.person.name}</bdi>
                <span className="subtle">
                  {t(isCurrent ? 'acknowledged.current' : 'acknowledged.earlier', { version: one.version })}
                  {' · '}
                  <time dateTime={one.at} title={format.instant(one.at)}>{format.relative(one.at, now())}</time>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
