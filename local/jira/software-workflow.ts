import type { Status, Workflow } from './model';
import type { JiraSeed } from './seed';

/** Status ids of the software workflow. */
export const softwareStatus = {
  toDo: '10000',
  inProgress: '10001',
  inReview: '10002',
  handedToClient: '10003',
  done: '10004',
} as const;

export const softwareWorkflowId = 'software-workflow';
/** The transition to "Handed to client", which the delivery gate guards. */
export const handToClientTransitionId = '41';

const statuses: readonly Status[] = [
  { id: softwareStatus.toDo, name: { pl: 'Do zrobienia', en: 'To do' }, category: 'new' },
  { id: softwareStatus.inProgress, name: { pl: 'W toku', en: 'In progress' }, category: 'indeterminate' },
  { id: softwareStatus.inReview, name: { pl: 'W przeglądzie', en: 'In review' }, category: 'indeterminate' },
  { id: softwareStatus.handedToClient, name: { pl: 'Przekazane klientowi', en: 'Handed to client' }, category: 'indeterminate' },
  { id: softwareStatus.done, name: { pl: 'Gotowe', en: 'Done' }, category: 'done' },
];

/** Ids of the standard issue types. */
export const softwareIssueType = { epic: '10000', story: '10001', task: '10002', bug: '10003', subtask: '10004' } as const;

function workflow(gateModuleKey: string | undefined): Workflow {
  const { toDo, inProgress, inReview, handedToClient, done } = softwareStatus;
  const free = { validators: [] };
  return {
    id: softwareWorkflowId,
    name: 'Software workflow',
    initialStatusId: toDo,
    transitions: [
      { id: '21', name: { pl: 'Rozpocznij pracę', en: 'Start work' }, from: [toDo], to: inProgress, ...free },
      { id: '31', name: { pl: 'Oddaj do przeglądu', en: 'Send to review' }, from: [inProgress], to: inReview, ...free },
      {
        id: handToClientTransitionId,
        name: { pl: 'Przekaż klientowi', en: 'Hand to client' },
        from: [inReview],
        to: handedToClient,
        validators: gateModuleKey === undefined ? [] : [{ moduleKey: gateModuleKey, configuration: {} }],
      },
      { id: '51', name: { pl: 'Zakończ', en: 'Finish' }, from: [handedToClient], to: done, ...free },
      { id: '11', name: { pl: 'Wróć do zrobienia', en: 'Back to do' }, from: [inProgress], to: toDo, ...free },
      { id: '61', name: { pl: 'Zwróć do poprawy', en: 'Return for changes' }, from: [inReview, handedToClient], to: inProgress, ...free },
      { id: '71', name: { pl: 'Otwórz ponownie', en: 'Reopen' }, from: [done], to: inProgress, ...free },
    ],
  };
}

/**
 * Seeds the statuses, issue types and workflow of software projects.
 * @param gateModuleKey the workflow validator module that guards "Hand to client"; undefined leaves the gate off.
 */
export function seedSoftwareWorkflow(seed: JiraSeed, gateModuleKey: string | undefined): void {
  for (const status of statuses) seed.createStatus(status);
  seed.createIssueType({ id: softwareIssueType.epic, name: { pl: 'Epik', en: 'Epic' }, hierarchyLevel: 1 });
  seed.createIssueType({ id: softwareIssueType.story, name: { pl: 'Historia', en: 'Story' }, hierarchyLevel: 0 });
  seed.createIssueType({ id: softwareIssueType.task, name: { pl: 'Zadanie', en: 'Task' }, hierarchyLevel: 0 });
  seed.createIssueType({ id: softwareIssueType.bug, name: { pl: 'Błąd', en: 'Bug' }, hierarchyLevel: 0 });
  seed.createIssueType({ id: softwareIssueType.subtask, name: { pl: 'Podzadanie', en: 'Sub-task' }, hierarchyLevel: -1 });
  seed.createWorkflow(workflow(gateModuleKey));
}
