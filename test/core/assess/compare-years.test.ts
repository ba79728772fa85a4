import { compareYears, type YearChange } from '../../../src/core/assess/compare-years';
import type { HistoricTotal } from '../../../src/core/read/read-workbook';
import { ruleSets } from '../../../src/rules/rule-sets';
import { year } from '../../rules/year';
import { all, assessed, indicators, item, items, type Given } from '../../support/given-scores';

const history = (fiscalYear: number, total: number): HistoricTotal => ({
  agency: null,
  fiscalYear,
  total,
  cell: { sheet: 'ก', row: 0, column: 0 },
});

const changeBetween = (newer: readonly [number, Given], older: readonly [number, Given]): YearChange => {
  const { changes } = compareYears([assessed(...newer), assessed(...older)], [], ruleSets);
  const [change] = changes;
  if (change === undefined || changes.length !== 1) throw new Error('Not one change');
  return change;
};

const itemOf = (change: YearChange, id: string) => change.items.find((entry) => entry.id === id);

describe('the years side by side', () => {
  const before = indicators([80, 85, 90, 95, 100, 80, 85, 90, 95, 100]);
  const after = indicators([90, 85, 88, 95, 100, 80, 85.5, 90, 95, 100]);

  test('the newest first, whatever their order, and each against the next older one', () => {
    const given = [2564, 2566, 2565].map((fiscalYear) => assessed(fiscalYear, before));
    const { years, changes } = compareYears(given, [history(2561, 77.5)], ruleSets);
    expect(years.map(({ fiscalYear, total, isHistory }) => [fiscalYear, total, isHistory])).toEqual([
      [2566, 91.5, false],
      [2565, 91.5, false],
      [2564, 91.5, false],
      [2561, 77.5, true],
    ]);
    expect(changes.map(({ fiscalYear, previousYear }) => [fiscalYear, previousYear])).toEqual([
      [2566, 2565],
      [2565, 2564],
      [2564, 2561],
    ]);
    expect(changes[2]).toMatchObject({
      total: { score: 91.5, previous: 77.5, change: 14 },
      indicators: [],
      items: [],
      best: null,
    });
  });

  test('what changed: total, instruments and indicators, with the best and the worst mover', () => {
    const change = changeBetween([2565, after], [2564, before]);
    expect(change.indicators.map((entry) => entry.change)).toEqual([10, 0, -2, 0, 0, 0, 0.5, 0, 0, 0]);
    expect([change.best, change.worst]).toEqual([1, 3]);
    expect(change.instruments.map(({ change: points }) => points?.toFixed(4))).toEqual([
      '1.6000',
      '0.1667',
      '0.0000',
    ]);
    expect(change.total.change).toBeCloseTo(0.48 + 0.05, 10);
    expect(change.indicatorsApart).toEqual([]);
  });

  test('of equal movers the first, and none unless two can be compared', () => {
    const level = changeBetween([2565, before], [2564, before]);
    expect([level.best, level.worst]).toEqual([1, 1]);
    const one = changeBetween([2565, indicators([90])], [2564, before]);
    expect([one.best, one.worst, one.total.change]).toEqual([null, null, null]);
  });

  test('one year alone has nothing to compare', () => {
    expect(compareYears([assessed(2565, before)], [], ruleSets)).toMatchObject({ years: [{}], changes: [] });
  });

  test('of two readings of one year the first counts', () => {
    const twice = [assessed(2565, after), assessed(2565, before), assessed(2564, before)];
    expect(compareYears(twice, [], ruleSets).changes).toHaveLength(1);
  });
});

test('every year shares its ten indicators with the year before', () => {
  for (const fiscalYear of ruleSets.supportedYears.slice(1)) {
    const change = changeBetween([fiscalYear, indicators(all(90))], [fiscalYear - 1, indicators(all(80))]);
    expect(change.indicatorsApart).toEqual([]);
    expect(change.indicators.map((entry) => entry.change)).toEqual(all(10));
  }
});

describe('items', () => {
  const only = (scores: Readonly<Record<string, number>>): Given =>
    Object.entries(scores).map(([id, score]) => [item(id), score]);

  test('are matched through the crosswalk, never by number', () => {
    const change = changeBetween(
      [2568, only({ o7: 100, o9: 0 })],
      [2567, only({ o9: 0, o11: 100, o7: 100 })],
    );
    expect(itemOf(change, 'o7')).toEqual({
      id: 'o7',
      follows: ['o9'],
      score: 100,
      previous: 0,
      change: 100,
      comparison: 'compared',
    });
    expect(itemOf(change, 'o9')).toMatchObject({ follows: ['o11'], change: -100 });
    expect(itemOf(change, 'o5')).toMatchObject({ follows: ['o7'], change: null, comparison: 'noScore' });
  });

  test('that several became one, or without a counterpart, are not compared and say so', () => {
    const change = changeBetween([2568, items(2568, () => 100)], [2567, items(2567, () => 0)]);
    expect(itemOf(change, 'o1')).toEqual({
      id: 'o1',
      follows: ['o1', 'o3'],
      score: 100,
      previous: null,
      change: null,
      comparison: 'several',
    });
    expect(itemOf(change, 'e9')).toMatchObject({ follows: [], change: null, comparison: 'noCounterpart' });
    expect(change.dropped).toEqual(['e9', 'o6', 'o15', 'o28']);
  });

  test('are followed through a year that the workbook does not have', () => {
    const change = changeBetween([2569, only({ o7: 100, o10: 100 })], [2567, only({ o9: 0, o12: 100 })]);
    expect([change.fiscalYear, change.previousYear]).toEqual([2569, 2567]);
    expect(itemOf(change, 'o7')).toMatchObject({ follows: ['o9'], change: 100 });
    expect(itemOf(change, 'o10')).toMatchObject({ comparison: 'several' });
  });

  test('of every pair of years: each is there once, and what is compared follows exactly one', () => {
    for (const newer of ruleSets.supportedYears)
      for (const older of ruleSets.supportedYears.filter((other) => other < newer)) {
        const change = changeBetween([newer, items(newer, () => 100)], [older, items(older, () => 0)]);
        expect(change.items.map(({ id }) => id)).toEqual(year(newer).items.map(({ id }) => id));
        const compared = change.items.filter(({ comparison }) => comparison === 'compared');
        expect(compared.every(({ follows, change: points }) => follows.length === 1 && points === 100)).toBe(
          true,
        );
        expect(new Set(compared.flatMap(({ follows }) => follows)).size).toBe(compared.length);
        expect(
          change.dropped.filter((id) => change.items.some(({ follows }) => follows.includes(id))),
        ).toEqual([]);
      }
  });
});
