import { addDays } from '../../../src/domain/calendar';
import { day, total } from '../../../src/domain/fixture/values';
import { burnUpLines, trendPoints } from './burn-up-lines';

const week = (n: number, cost: string | null, revenue: string | null) => ({ monday: addDays(day('2026-05-04'), 7 * n), seconds: 0, cost: cost === null ? null : total(cost), revenue: revenue === null ? null : total(revenue) });

it('adds cost and revenue up, with what may be spent of it', () => {
  const points = burnUpLines({ weeks: [week(0, '60.00', '100.00'), week(1, '0.00', '0.00'), week(2, '100.00', '200.00')] }, 40);
  expect(points.map(({ cost, revenue, allowed }) => [cost, revenue, allowed])).toEqual([['60.00', '100.00', '60.00'], ['60.00', '100.00', '60.00'], ['160.00', '300.00', '180.00']]);
  expect(trendPoints(points).map(({ basisPoints }) => basisPoints)).toEqual([4_000, 4_000, 4_666]);
});

it('draws nothing where one week is unknown', () => expect(burnUpLines({ weeks: [week(0, '1.00', '2.00'), week(1, null, '2.00')] }, 40)).toEqual([]));

it('begins a trend with the first revenue', () => expect(trendPoints(burnUpLines({ weeks: [week(0, '1.00', '0.00'), week(1, '1.00', '4.00')] }, 40))).toEqual([{ monday: '2026-05-11', basisPoints: 5_000 }]));
