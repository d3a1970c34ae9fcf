import type { ReactNode } from 'react';
import type { GateReview } from '../../src/domain/gate';
import { Filled } from '../shared/filled';
import { useGateScreen } from './gate-screen';

/** To whom it goes, and who asked. */
export function RequestFacts({ review }: { readonly review: GateReview }): ReactNode {
  const { t, format, now } = useGateScreen();
  return (
    <p className="subtle">
      {review.recipient !== '' && <><Filled text={t('gate.recipient')} values={{ recipient: <bdi className="recipient">{review.recipient}</bdi> }} />{' · '}</>}
      <Filled
        text={t('gate.askedBy')}
        values={{
          person: review.requestedBy.name,
          when: <time dateTime={review.requestedAt} title={format.instant(review.requestedAt)}>{format.relative(review.requestedAt, now())}</time>,
        }}
      />
    </p>
  );
}
