import * as z from 'zod/mini';
import { isAccountId, isPlanId, isProjectId } from '../domain/ids';
import { isPlainDate } from '../domain/plain-date';
import type { PlanSignal, ToldPlan } from '../domain/plan-signal';
import { whenFirstUsed } from '../domain/when-first-used';
import type { World } from '../ports/world';
import { planChanged } from '../use-cases/signals/plan-changed';
import { isSigned } from './signature';
import { headerOf, parseJson, readWebRequest, type WebRequest } from './web-request';

/** A dynamic answer, because a handshake wants its own words back. */
interface WebAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}

const answer = (statusCode: number, body = ''): WebAnswer => ({
  statusCode,
  headers: { 'Content-Type': ['text/plain'], 'X-Content-Type-Options': ['nosniff'] },
  body,
});

/** Far above any plan. */
const longestBody = 200_000;

/**
 * Web trigger for Tempo's signals (Tempo REST API 4.0, "Webhooks"). Tempo asks once for a random word to be said back, and
 * from then on signs what it sends: the hexadecimal HMAC-SHA256 of the raw body and the timestamp behind it.
 */
export const createTempoSignal = (createWorld: () => World) => async (received: unknown): Promise<WebAnswer> => {
  const request = readWebRequest(received);
  if (request === undefined) return answer(400);
  if (request.method === 'GET') return shakeHands(request);
  const world = createWorld();
  try {
    if (request.method !== 'POST' || !(await isOfTempo(world, request))) return answer(401);
    const signal = readSignal(request.body);
    // What is signed and not understood would be sent ten times more, and understood no better.
    if (signal === undefined) world.log.info('tempo.signalUnread', {});
    else await planChanged(world, signal);
    return answer(200);
  } catch (error) {
    world.log.error('signal.failed', world.ids.next(), error);
    return answer(503);
  }
};

/** Only what no browser could take for anything but text is said back. */
function shakeHands({ query }: WebRequest): WebAnswer {
  const word = query['randomString']?.[0] ?? '';
  return /^[\w.:+/=-]{1,200}$/.test(word) ? answer(200, word) : answer(400);
}

async function isOfTempo({ secrets }: World, request: WebRequest): Promise<boolean> {
  const signature = headerOf(request, 'tempo-signature');
  const timestamp = headerOf(request, 'tempo-timestamp');
  if (signature === undefined || timestamp === undefined || request.body.length > longestBody) return false;
  const known = await secrets.planSignalSecrets();
  return known.some((secret) => isSigned(request.body + timestamp, signature, secret));
}

const id = whenFirstUsed(() => z.pipe(z.union([z.string(), z.int()]), z.transform(String)));
const plan = whenFirstUsed(() => z.object({
  id: id(),
  assignee: z.nullish(z.object({ id: z.nullish(id()), type: z.nullish(z.string()) })),
  planItem: z.nullish(z.object({ id: z.nullish(id()), type: z.nullish(z.string()) })),
  startDate: z.nullish(z.string()),
  endDate: z.nullish(z.string()),
  description: z.nullish(z.string()),
  effortPersistenceType: z.nullish(z.string()),
  plannedSecondsPerDay: z.nullish(z.number()),
}));
const event = whenFirstUsed(() => z.object({ eventId: z.string().check(z.minLength(1), z.maxLength(200)), eventType: z.string(), payload: z.unknown() }));
/** A payload of a deletion is taken to be the plan, or to hold it as `original`. */
const bothSides = whenFirstUsed(() => z.object({ original: z.nullish(plan()), changed: z.nullish(plan()) }));

function readSignal(body: string): PlanSignal | undefined {
  const parsed = event().safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { eventId, eventType, payload } = parsed.data;
  const alone = plan().safeParse(payload).data;
  const sides = alone === undefined ? bothSides().safeParse(payload).data : { original: alone, changed: alone };
  const planId = (sides?.changed ?? sides?.original)?.id ?? '';
  if (!isPlanId(planId)) return undefined;
  return { eventId, planId, isDeleted: eventType === 'plan.deleted', original: tell(sides?.original), changed: tell(sides?.changed) };
}

function tell(side: z.infer<ReturnType<typeof plan>> | null | undefined): ToldPlan | null {
  const [from, to, projectId, assigneeId] = [side?.startDate ?? '', side?.endDate ?? '', side?.planItem?.id ?? '', side?.assignee?.id ?? ''];
  const seconds = side?.plannedSecondsPerDay;
  if (!side || typeof seconds !== 'number' || side.effortPersistenceType === 'TOTAL_SECONDS' || side.planItem?.type !== 'PROJECT') return null;
  if (!isPlainDate(from) || !isPlainDate(to) || !isProjectId(projectId)) return null;
  const common = { projectId, from, to, minutesPerDay: Math.round(seconds / 60), description: side.description ?? '' };
  if (side.assignee?.type === 'GENERIC') return { ...common, assignee: { kind: 'resource', id: assigneeId } };
  return isAccountId(assigneeId) ? { ...common, assignee: { kind: 'person', accountId: assigneeId } } : null;
}
