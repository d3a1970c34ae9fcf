import { dayAt } from '../domain/calendar';
import type { PlainDate } from '../domain/plain-date';
import type { World } from '../ports/world';

/** Today, where the company is. */
export async function companyDay({ settings, clock }: Pick<World, 'settings' | 'clock'>): Promise<PlainDate> {
  return dayAt(clock.now(), (await settings.company()).timeZone);
}
