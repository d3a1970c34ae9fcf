import Button from '@atlaskit/button/new';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { readSharing, saveSharing, type SharingView } from '../../src/contract/sharing';
import { call } from '../shared/client';
import { ErrorNote } from '../shared/error-note';
import { useAction } from '../shared/use-action';
import { useAnswer } from '../shared/use-answer';
import { Waiting } from '../shared/waiting';
import { Section } from './section';
import { useSettings } from './use-settings';

const ask = () => call(readSharing, {});

/** What Jira's own filters and automation know of every project, and whether the margin's state is part of it. */
export function SharingSection(): ReactNode {
  const { t } = useSettings();
  const { asked, askAgain, replace } = useAnswer<SharingView>(ask);
  const [isSaved, setSaved] = useState(false);
  return (
    <Section title={t('sharing.title')} purpose={t('sharing.purpose')}>
      {asked.kind === 'waiting' && <Waiting />}
      {asked.kind === 'refused' && <ErrorNote error={asked.error} onRetry={askAgain} />}
      {asked.kind === 'given' && (
        <SharingForm
          key={asked.data.revision}
          sharing={asked.data}
          isSaved={isSaved}
          onChanged={() => setSaved(false)}
          onSaved={(sharing) => {
            setSaved(true);
            replace(sharing);
          }}
          onAskAgain={askAgain}
        />
      )}
    </Section>
  );
}

interface FormProperties {
  readonly sharing: SharingView;
  readonly isSaved: boolean;
  readonly onChanged: () => void;
  readonly onSaved: (sharing: SharingView) => void;
  readonly onAskAgain: () => void;
}

/** As docs/filters.md lists them; the last finds nothing while the margin is not shared. */
const examples = [
  { name: 'waiting', jql: 'project.opiekunGate = waiting' },
  { name: 'negotiation', jql: 'project.opiekunStage = negotiation' },
  { name: 'unread', jql: 'project.opiekunGuidelines = unread' },
  { name: 'margin', jql: 'project.opiekunMargin in (atRisk, belowTarget)' },
] as const;

function SharingForm({ sharing, isSaved, onChanged, onSaved, onAskAgain }: FormProperties): ReactNode {
  const { t } = useSettings();
  const [sharesMargin, setShares] = useState(sharing.sharesMargin);
  const { busy, error, run } = useAction();
  const hint = useId();
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void run(() => call(saveSharing, { revision: sharing.revision, sharesMargin }), onSaved);
  };
  return (
    <form className="form" onSubmit={save} onChange={onChanged}>
      <dl className="examples">
        {examples.filter(({ name }) => name !== 'margin' || sharesMargin).map(({ name, jql }) => (
          <div key={name}>
            <dt>{t(`sharing.example.${name}`)}</dt>
            <dd><code>{jql}</code></dd>
          </div>
        ))}
      </dl>
      <div>
        <label className="check"><input type="checkbox" checked={sharesMargin} aria-describedby={hint} onChange={(event) => setShares(event.target.checked)} /> {t('sharing.margin')}</label>
        <p id={hint} className="small">{t('sharing.margin.hint')}</p>
      </div>
      {error !== null && <ErrorNote error={error} {...(error.code === 'conflict' ? { onRetry: onAskAgain } : {})} />}
      <div className="buttons">
        <Button type="submit" appearance="primary" isLoading={busy}>{t('save')}</Button>
        <span role="status">{isSaved && t('sharing.saved')}</span>
      </div>
    </form>
  );
}
