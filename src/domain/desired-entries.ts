import type { Deal, DealStage } from './deal';
import type { Guidelines, StaffingLine } from './guidelines';
import type { DealId, ProjectId } from './ids';
import { firmnessAt, tagOf, type Assignee, type DesiredEntry, type Firmness } from './plan-entry';
import type { Language } from './person';
import type { PlainDate } from './plain-date';
import { describeEntry } from './wording';

export interface Planned {
  readonly deal: Pick<Deal, 'id' | 'name' | 'probability'>;
  readonly stage: DealStage;
  readonly projectId: ProjectId;
  /** The project's first deal carries the lines that name no deal. */
  readonly firstDealId: DealId;
  readonly guidelines: Guidelines;
  readonly today: PlainDate;
  readonly language: Language;
  /** Tempo's approval of plans is switched on. */
  readonly approvalOn: boolean;
}

/** The entries that Tempo should hold for a deal: a function of its stage, the guidelines and the day, and of nothing else. */
export function desiredEntries(planned: Planned): readonly DesiredEntry[] {
  const firmness = firmnessAt[planned.stage];
  if (firmness === null) return [];
  return planned.guidelines.staffing
    .filter((line) => (line.dealId ?? planned.firstDealId) === planned.deal.id)
    .filter((line) => line.to >= planned.today)
    .map((line) => desiredEntry(line, firmness, planned));
}

function desiredEntry(line: StaffingLine, firmness: Firmness, planned: Planned): DesiredEntry {
  const tag = tagOf(planned.deal.id, line.id);
  const assignee = assigneeOf(line, firmness);
  return {
    tag,
    lineId: line.id,
    firmness,
    content: {
      assignee,
      projectId: planned.projectId,
      from: line.from,
      to: line.to,
      minutesPerDay: line.minutesPerDay,
      description: describeEntry({ firmness, deal: planned.deal, role: line.role, tag, language: planned.language }),
    },
    // Plans of generic resources need no approval in Tempo.
    asksForApproval: firmness === 'confirmed' && planned.approvalOn && assignee.kind === 'person',
  };
}

/** While a deal is negotiated nobody is promised by name: the role stands in. */
const assigneeOf = (line: StaffingLine, firmness: Firmness): Assignee =>
  firmness !== 'tentative' && line.person !== null
    ? { kind: 'person', accountId: line.person.accountId }
    : { kind: 'role', role: line.role };
