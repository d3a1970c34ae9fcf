import { judgedMargin, mostUrgentFirst } from '../../domain/margin-portfolio';
import { waitsForAnswer } from '../../domain/margin-threat';
import type { World } from '../../ports/world';
import { visibleStandings } from '../margin/read-portfolio';

const most = 20;

/** What an agent may say of threats to margins, in the projects whose costs the caller may see: why, since when, and what is done. No rate. */
export async function marginThreats(world: World) {
  const threatened = mostUrgentFirst(await visibleStandings(world)).filter(({ threat }) => threat !== null);
  return {
    projects: threatened.length,
    threats: threatened.slice(0, most).flatMap((standing) => {
      const { project, projectId, threat, reading, clients } = standing;
      if (threat === null) return [];
      const judged = judgedMargin(standing);
      return [{
        project: project?.name ?? projectId,
        clients: clients.map(({ name }) => name),
        state: threat.state,
        marginPercent: judged?.kind === 'known' ? judged.basisPoints / 100 : null,
        targetPercent: reading?.target ?? null,
        reasons: threat.reasons.map(({ kind }) => kind),
        since: threat.openedAt,
        plan: threat.answers.at(-1)?.plan ?? null,
        waitsForAnswer: waitsForAnswer(threat),
      }];
    }),
  };
}
