import { extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { getReorderDestinationIndex } from '@atlaskit/pragmatic-drag-and-drop-hitbox/util/get-reorder-destination-index';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { Icon } from '../../shared/icon';
import { newId } from '../../shared/new-id';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { elementId, problemFor, useEditing } from './editing';
import { moved } from './moved';
import { draggedPriority, PriorityItem } from './priority-item';
import { problemText } from './problem-text';

interface PriorityListProperties {
  readonly priorities: Draft['priorities'];
  readonly problems: readonly DraftProblem[];
}

/** Priorities in their order, moved by the mouse or by buttons. */
export const PriorityList = memo(function PriorityList({ priorities, problems }: PriorityListProperties): ReactNode {
  const { t } = useProjectScreen();
  const { edit } = useEditing();
  const [said, setSaid] = useState('');
  const newest = useRef<string | null>(null);
  const list = useRef(priorities);
  list.current = priorities;
  const listProblem = problemFor(problems, 'priorities');

  const move = (from: number, to: number): void => {
    if (moved(list.current, from, to) === list.current) return;
    edit((draft) => ({ ...draft, priorities: moved(draft.priorities, from, to) }));
    setSaid(t('priority.moved', { place: to + 1, count: list.current.length }));
  };
  const moveNow = useRef(move);
  moveNow.current = move;

  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => draggedPriority(source.data) !== undefined,
        onDrop: ({ source, location }) => {
          const target = location.current.dropTargets[0];
          const indexOf = (id: string | undefined): number => list.current.findIndex((one) => one.id === id);
          const [from, over] = [indexOf(draggedPriority(source.data)), indexOf(target === undefined ? undefined : draggedPriority(target.data))];
          if (target === undefined || from < 0 || over < 0) return;
          moveNow.current(
            from,
            getReorderDestinationIndex({ startIndex: from, indexOfTarget: over, closestEdgeOfTarget: extractClosestEdge(target.data), axis: 'vertical' }),
          );
        },
      }),
    [],
  );

  useEffect(() => {
    if (newest.current !== null) document.getElementById(elementId(`priorities.${newest.current}.text`))?.focus();
    newest.current = null;
  }, [priorities.length]);

  const add = (): void => {
    const id = newId();
    newest.current = id;
    edit((draft) => ({ ...draft, priorities: [...draft.priorities, { id, text: '' }] }));
  };

  return (
    <fieldset className="card">
      <legend id={elementId('priorities')} tabIndex={-1}>{t('content.priorities')}</legend>
      <p className="small">{t('priority.help')}</p>
      {listProblem !== undefined && <p className="problem"><Icon name="error" />{problemText(t, listProblem)}</p>}
      <ol className="priority-rows">
        {priorities.map((priority, place) => (
          <PriorityItem
            key={priority.id}
            priority={priority}
            place={place}
            count={priorities.length}
            problem={problemFor(problems, `priorities.${priority.id}.text`)}
            onMove={(to) => move(place, to)}
          />
        ))}
      </ol>
      <div className="unseen" aria-live="polite">{said}</div>
      <div><button type="button" className="button" onClick={add}><Icon name="plus" />{t('priority.add')}</button></div>
    </fieldset>
  );
});
