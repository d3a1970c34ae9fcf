import type { Draft } from '../../../src/domain/draft';
import type { ProjectTranslate } from '../project-screen';

/** The words for a field's path, such as `staffing.<line id>.from`: "Staffing line 3: From". */
export function fieldName(t: ProjectTranslate, draft: Draft, field: string): string {
  const [area = '', second = '', third = '', fourth = ''] = field.split('.');
  if (field === 'schedule.milestones') return t('content.milestones');
  if (area === 'schedule' && second === 'milestones') {
    const number = draft.schedule.milestones.findIndex((one) => one.id === third) + 1;
    return t('name.milestone', { number, field: t(fourth === 'date' ? 'milestone.date' : 'milestone.name') });
  }
  if (field === 'priorities') return t('content.priorities');
  if (area === 'priorities') return t('name.priority', { number: draft.priorities.findIndex((one) => one.id === second) + 1 });
  if (field === 'staffing') return t('field.staffing');
  if (area === 'staffing') {
    const number = draft.staffing.findIndex((one) => one.id === second) + 1;
    return t('name.staffing', { number, field: lineField(t, third) });
  }
  switch (field) {
    case 'budget.amount':
    case 'budget.hours':
    case 'budget.targetMargin':
    case 'budget.billable':
    case 'schedule.start':
    case 'schedule.end':
    case 'scope.goal':
    case 'scope.inScope':
    case 'scope.outOfScope':
      return t(`field.${field}`);
    default:
      return field;
  }
}

function lineField(t: ProjectTranslate, name: string): string {
  switch (name) {
    case 'role':
      return t('staffing.role');
    case 'from':
      return t('staffing.from');
    case 'to':
      return t('staffing.to');
    case 'hoursPerDay':
      return t('staffing.hoursPerDay');
    case 'person':
      return t('staffing.person');
    case 'dealId':
      return t('staffing.deal');
    default:
      return name;
  }
}
