import { attachClosestEdge, extractClosestEdge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Draft } from '../../../src/domain/draft';
import { limits } from '../../../src/domain/guidelines';
import { Icon } from '../../shared/icon';
import { useProjectScreen } from '../project-screen';
import type { DraftProblem } from './draft-problem';
import { useEditing } from './editing';
import { TextField } from './text-field';

interface PriorityItemProperties {
  readonly priority: Draft['priorities'][number];
  readonly place: number;
  readonly count: number;
  readonly problem: DraftProblem | undefined;
  readonly onMove: (to: number) => void;
}

const dragKey = 'priority';

/** The id of the priority that is dragged or dragged over; undefined for anything else. */
export function draggedPriority(data: Readonly<Record<string | symbol, unknown>>): string | undefined {
  const id = data[dragKey];
  return typeof id === 'string' ? id : undefined;
}

export function PriorityItem({ priority, place, count, problem, onMove }: PriorityItemProperties): ReactNode {
  const { t } = useProjectScreen();
  const { edit } = useEditing();
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<'top' | 'bottom' | null>(null);
  const [isDragged, setDragged] = useState(false);
  const asked = useRef<'up' | 'down' | null>(null);
  const { id } = priority;

  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (element === null || dragHandle === null) return undefined;
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ [dragKey]: id }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => draggedPriority(source.data) !== undefined && draggedPriority(source.data) !== id,
        getData: ({ input }) => attachClosestEdge({ [dragKey]: id }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => {
          const closest = extractClosestEdge(self.data);
          setEdge(closest === 'top' || closest === 'bottom' ? closest : null);
        },
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [id]);

  // A row that moves within the page drops the focus; whoever moves on by keyboard needs it where it was.
  useEffect(() => {
    const way = asked.current;
    asked.current = null;
    if (way === null) return;
    const button = row.current?.querySelector<HTMLButtonElement>(`[data-way="${way}"]:enabled`) ?? row.current?.querySelector<HTMLButtonElement>('[data-way]:enabled');
    button?.focus();
  }, [place]);

  const moveButton = (way: 'up' | 'down', to: number): ReactNode => (
    <button
      type="button"
      className="button"
      data-way={way}
      disabled={to < 0 || to >= count}
      aria-label={t(way === 'up' ? 'priority.up' : 'priority.down', { number: place + 1 })}
      onClick={() => {
        asked.current = way;
        onMove(to);
      }}
    >
      <span className={`point-${way}`}><Icon name="arrow" /></span>
    </button>
  );

  return (
    <li ref={row} className={isDragged ? 'priority-row dragged' : 'priority-row'} data-edge={edge ?? undefined}>
      <span ref={handle} className="handle" aria-hidden="true" title={t('priority.drag')}>⠿</span>
      <span className="priority-number" aria-hidden="true">{place + 1}</span>
      <TextField
        field={`priorities.${id}.text`}
        label={t('name.priority', { number: place + 1 })}
        className="bare"
        longest={limits.shortText}
        value={priority.text}
        onChange={(text) => edit((draft) => ({ ...draft, priorities: draft.priorities.map((one) => (one.id === id ? { ...one, text } : one)) }))}
        problem={problem}
      />
      <span className="row-buttons">
        {moveButton('up', place - 1)}
        {moveButton('down', place + 1)}
        <button type="button" className="button" aria-label={t('priority.remove', { number: place + 1 })} onClick={() => edit((draft) => ({ ...draft, priorities: draft.priorities.filter((one) => one.id !== id) }))}>
          <Icon name="cross" />
        </button>
      </span>
    </li>
  );
}
