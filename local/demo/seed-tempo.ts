import type { Tempo } from '../tempo/tempo';
import { workingDay } from './company/days';
import { everyone, people } from './company/people';
import { genericResources, plans } from './company/plans';
import { projects } from './company/projects';

/** Fills Tempo with people, roles and the plans that were entered by hand. */
export function seedTempo({ store }: Tempo, today: string): void {
  for (const person of everyone) {
    store.createPerson({
      accountId: person.accountId,
      displayName: person.name,
      role: person.jobTitle.pl,
      active: person.active,
      secondsPerDay: person.hoursPerDay * 3600,
      reviewer: person.accountId === people.ewa.accountId,
    });
  }
  for (const name of genericResources) store.createGenericResource(name);
  for (const plan of plans) {
    store.createPlan(
      {
        assigneeId: people[plan.person].accountId,
        assigneeType: 'USER',
        planItemId: projects[plan.project].id,
        planItemType: 'PROJECT',
        startDate: workingDay(today, plan.from),
        endDate: workingDay(today, plan.to),
        effort: { type: 'SECONDS_PER_DAY', plannedSecondsPerDay: plan.hours * 3600 },
        includeNonWorkingDays: false,
        description: plan.description,
      },
      people.ewa.accountId,
    );
  }
}
