import { readHistory } from '../../../../src/contract/gate-operations';
import type { Answer, AnswerError } from '../../../../src/contract/answer';
import type { GateEvent } from '../../../gate/gate-view';
import { call } from '../../../shared/client';
import { useAction } from '../../../shared/use-action';
import { useAnswer, type Asked } from '../../../shared/use-answer';

interface Page {
  readonly events: readonly GateEvent[];
  /** What the next earlier page is asked for by; null after the oldest event. */
  readonly next: string | null;
}

/** Pages that are asked for one after another when the earlier ones hold nothing of the gate. */
const mostEmptyPages = 10;

async function ask(before: string | null): Promise<Answer<Page>> {
  let page = await call(readHistory, { before });
  for (let asked = 1; asked < mostEmptyPages && page.ok && page.data.events.length === 0 && page.data.next !== null; asked += 1) {
    page = await call(readHistory, { before: page.data.next });
  }
  return page;
}
const askNewest = () => ask(null);

/** Everything from there back to the first event. */
async function askRest(next: string | null): Promise<Answer<Page>> {
  const events: GateEvent[] = [];
  for (let before = next; before !== null; ) {
    const page = await call(readHistory, { before });
    if (!page.ok) return page;
    events.push(...page.data.events);
    before = page.data.next;
  }
  return { ok: true, data: { events, next: null } };
}

interface UsedHistory {
  readonly asked: Asked<Page>;
  readonly askAgain: () => void;
  /** `shown` is called once the earlier events are there, with how many there were before. */
  readonly showEarlier: (next: string, shown: (before: number) => void) => void;
  /** `shown` is called once every event is there. */
  readonly showAll: (shown: () => void) => void;
  readonly busy: boolean;
  readonly error: AnswerError | null;
}

/** What happened at the gate, newest first, as far back as somebody asked for. */
export function useHistory(): UsedHistory {
  const { asked, askAgain, replace } = useAnswer<Page>(askNewest);
  const { busy, error, run } = useAction();
  const showEarlier: UsedHistory['showEarlier'] = (next, shown) => {
    if (asked.kind !== 'given') return;
    const { events } = asked.data;
    void run(() => ask(next), (page) => {
      replace({ events: [...events, ...page.events], next: page.next });
      shown(events.length);
    });
  };
  const showAll: UsedHistory['showAll'] = (shown) => {
    if (asked.kind !== 'given') return;
    const { events, next } = asked.data;
    void run(() => askRest(next), (rest) => {
      replace({ events: [...events, ...rest.events], next: null });
      shown();
    });
  };
  return { asked, askAgain, showEarlier, showAll, busy, error };
}
