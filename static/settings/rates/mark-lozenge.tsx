import type { ReactNode } from 'react';
import { Lozenge, type Tone } from '../../shared/lozenge';
import { useSettings } from '../use-settings';
import type { Mark } from './typed-rate';

const tones: Readonly<Record<Exclude<Mark, null>, Tone>> = { new: 'discovery', changed: 'warning', removed: 'danger' };

/** Says how a row differs from what is stored; nothing where it does not. */
export function MarkLozenge({ mark }: { readonly mark: Mark }): ReactNode {
  const { t } = useSettings();
  return mark === null ? null : <Lozenge tone={tones[mark]}>{t(`rates.mark.${mark}`)}</Lozenge>;
}
