import type { PlannedLine } from '../../src/contract/planner';
import type { DriftTranslate } from './drift-screen';

/** Who a row is for: the named person, else the role; an entry whose line is gone may have neither. */
export const lineName = (t: DriftTranslate, line: Pick<PlannedLine, 'personName' | 'role'>): string =>
  line.personName ?? (line.role === '' ? t('timeline.unnamed') : line.role);
