import { useId, useState, type ReactNode } from 'react';
import { changeMarginSettings } from '../../../src/contract/margin';
import type { Billing } from '../../../src/domain/figures';
import { call } from '../../shared/client';
import { ErrorNote } from '../../shared/error-note';
import { useAction } from '../../shared/use-action';
import { useProjectScreen } from '../project-screen';
import type { MarginAnswer, WholeView } from './margin-view';

interface BillingChoiceProperties {
  readonly settings: MarginAnswer['settings'];
  readonly onSaved: (saved: { readonly settings: MarginAnswer['settings']; readonly view: WholeView }) => void;
}

const kinds: readonly Billing[] = ['timeAndMaterial', 'fixedPrice'];

/** By what the client pays: the figures mean something else with it. */
export function BillingChoice({ settings, onSaved }: BillingChoiceProperties): ReactNode {
  const { t } = useProjectScreen();
  const [chosen, setChosen] = useState(settings.billing);
  const { busy, error, run } = useAction();
  const id = useId();
  const save = (): void => void run(() => call(changeMarginSettings, { revision: settings.revision, billing: chosen }), onSaved);
  return (
    <section className="card">
      <h2>{t('margin.billing')}</h2>
      <fieldset className="billing" disabled={busy}>
        <legend className="unseen">{t('margin.billing')}</legend>
        {kinds.map((kind) => (
          <label key={kind} htmlFor={`${id}-${kind}`}>
            <input id={`${id}-${kind}`} type="radio" name={`${id}-billing`} checked={chosen === kind} onChange={() => setChosen(kind)} />
            {t(`margin.billing.${kind}`)}
            <span className="small">{t(`margin.billing.${kind}.help`)}</span>
          </label>
        ))}
      </fieldset>
      {error !== null && <ErrorNote error={error} />}
      <button type="button" className="button" disabled={busy || chosen === settings.billing} onClick={save}>{t(busy ? 'saving' : 'save')}</button>
    </section>
  );
}
