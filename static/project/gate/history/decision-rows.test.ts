import projectEnglish from '../../../../locales/project.en-US.json';
import sharedEnglish from '../../../../locales/shared.en-US.json';
import { day, instant, lineId, person, projectId, reviewId, versionId } from '../../../../src/domain/fixture/values';
import type { Decided } from '../../../gate/gate-view';
import { makeTranslate } from '../../../shared/texts';
import { decisionRows } from './decision-rows';

const t = makeTranslate('en', { ...sharedEnglish, ...projectEnglish });
const one: Decided = {
  review: {
    id: reviewId('review100'),
    projectId: projectId('10001'),
    deliverable: { kind: 'version', versionId: versionId('77'), name: '2.4' },
    requestedBy: person('marek', 'Marek'),
    requestedAt: instant('2026-03-01T10:00:00.000Z'),
    dueOn: day('2026-03-12'),
    recipient: 'Spedycja Wilga',
    note: '=cmd',
    state: 'decided',
    remindedAt: null,
  },
  decision: {
    reviewId: reviewId('review100'),
    verdict: { kind: 'conditionalGo', conditions: [{ id: lineId('first000'), text: 'Fix', owner: 'Olga', dueOn: day('2026-03-09') }] },
    reason: 'Good\nenough',
    decidedBy: person('lena', 'Lena'),
    decidedAt: instant('2026-03-02T11:30:00.000Z'),
    isOwnRequest: false,
    guidelinesVersion: 3,
    validUntil: null,
    blockers: [],
    covers: [],
  },
  aftermath: { state: 'lapsed', lapse: 'conditionOverdue', blocked: null, met: [] },
};

it('writes a decision with ISO days under a head of the same length', () => {
  const [head = [], row = []] = decisionRows(t, [one], day('2026-03-10'));
  expect(head).toHaveLength(row.length);
  const cells = Object.fromEntries(head.map((name, place) => [name, row[place]]));
  expect(cells).toMatchObject({
    [t('csv.deliverable')]: '2.4',
    [t('csv.dueOn')]: '2026-03-12',
    [t('csv.decidedAt')]: '2026-03-02T11:30:00.000Z',
    [t('csv.verdict')]: 'Conditional go',
    [t('csv.state')]: 'Lapsed',
    [t('csv.conditions')]: `Fix (Olga, 2026-03-09, ${t('conditionState.overdue')})`,
  });
});

it('says of a superseded decision only that it is', () => {
  const [, row = []] = decisionRows(t, [{ ...one, aftermath: null }], day('2026-03-10'));
  expect(row).toContain(t('gate.superseded'));
  expect(row).toContain('Fix (Olga, 2026-03-09)');
});
