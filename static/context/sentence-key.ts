import type english from '../../locales/context.en-US.json';
import type { PanelView } from '../../src/contract/panel';

type Gate = Pick<PanelView['gate'], 'state' | 'review' | 'decision' | 'aftermath'>;

/** The sentence that says how an issue stands at the gate, by its key in the texts. */
export function sentenceKey({ state, review, decision, aftermath }: Gate): keyof typeof english {
  switch (state) {
    case 'none':
    case 'noGo':
      return `context.${state}`;
    case 'waiting':
      return review?.dueOn ? 'context.waitingUntil' : 'context.waiting';
    case 'go':
    case 'conditionalGo':
      return decision?.validUntil ? `context.${state}Until` : `context.${state}`;
    case 'lapsed':
      return `context.lapsed.${aftermath?.lapse ?? 'guidelinesChanged'}`;
  }
}
