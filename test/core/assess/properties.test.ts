import fc from 'fast-check';
import type { Assessment } from '../../../src/core/assess/assessment';
import { formatDecimal } from '../../../src/core/text/numbers';
import { ruleSets } from '../../../src/rules/rule-sets';
import { year } from '../../rules/year';
import {
  assessed,
  indicator,
  indicators,
  instrument,
  item,
  levelOf,
  part,
  parts,
  type Given,
} from '../../support/given-scores';
import { figuresOfScores, trueScores } from '../../support/random-scores';

const score = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const tenScores = fc.array(score, { minLength: 10, maxLength: 10 });
const SLACK = 1e-9;

/** Two assessments that differ in one figure, the second one higher. */
const raised = (
  fiscalYear: number,
  given: Given,
  at: number,
  to: number,
): readonly [Assessment, Assessment] => {
  const after = given.map(([subject, value], index): Given[number] => [
    subject,
    index === at ? Math.max(value ?? 0, to) : value,
  ]);
  return [assessed(fiscalYear, given), assessed(fiscalYear, after)];
};

const expectNotLower = ([low, high]: readonly [Assessment, Assessment]): void => {
  expect(low.total.score).not.toBeNull();
  expect(high.total.score ?? 0).toBeGreaterThanOrEqual((low.total.score ?? 0) - SLACK);
  expect(levelOf(high)).toBeLessThanOrEqual(levelOf(low));
};

describe.each(ruleSets.supportedYears)('%d: raising a score never lowers total or grade', (fiscalYear) => {
  test('of an indicator', () => {
    fc.assert(
      fc.property(tenScores, fc.nat(9), score, (scores, at, to) => {
        expectNotLower(raised(fiscalYear, indicators(scores), at, to));
      }),
    );
  });

  test('of an indicator or a part, with both parts', () => {
    fc.assert(
      fc.property(tenScores, score, score, fc.nat(11), score, (scores, first, second, at, to) => {
        expectNotLower(raised(fiscalYear, [...indicators(scores), ...parts(first, second)], at, to));
      }),
    );
  });

  test('of an item', () => {
    const { items } = year(fiscalYear);
    const scores = fc.tuple(
      ...items.map(({ allowedScores }) =>
        allowedScores === null ? score : fc.constantFrom(...allowedScores),
      ),
    );
    fc.assert(
      fc.property(scores, tenScores, fc.nat(items.length - 1), (values, given, at) => {
        const all: Given = [
          ...items.map(({ id }, index): Given[number] => [item(id), values[index] ?? null]),
          ...indicators(given),
          [part('2'), given[0] ?? null],
        ];
        expectNotLower(raised(fiscalYear, all, at, 100));
      }),
      { numRuns: 50 },
    );
  });
});

test.each(ruleSets.supportedYears)(
  '%d: the total is the weighted mean and stays on the scale',
  (fiscalYear) => {
    const { instruments, scale } = year(fiscalYear);
    fc.assert(
      fc.property(tenScores, (scores) => {
        const { total } = assessed(fiscalYear, indicators(scores));
        const mean = (from: number, to: number): number =>
          scores.slice(from, to).reduce((sum, value) => sum + value, 0) / (to - from);
        const means = [mean(0, 5), mean(5, 8), mean(8, 10)];
        const expected = instruments.reduce(
          (sum, { weight }, index) => sum + weight * (means[index] ?? 0),
          0,
        );
        expect(formatDecimal(total.score ?? Number.NaN, 6)).toBe(formatDecimal(expected, 6));
        expect(total.score ?? -1).toBeGreaterThanOrEqual(scale.min);
        expect(total.score ?? 101).toBeLessThanOrEqual(scale.max + SLACK);
      }),
    );
  },
);

test.each(ruleSets.supportedYears)(
  '%d: the total from items is the total from the sub-indicators, indicators or instruments built from them',
  (fiscalYear) => {
    fc.assert(
      fc.property(trueScores(fiscalYear), (scores) => {
        const figures = figuresOfScores(fiscalYear, scores);
        const only = (...kinds: readonly string[]): number | null =>
          assessed(
            fiscalYear,
            figures.filter(([{ kind }]) => kinds.includes(kind)),
          ).total.score;
        const secondPart = figures.filter(([subject]) => subject.kind === 'part' && subject.part === '2');
        const ofItems = figures.filter(([{ kind }]) => kind === 'item');
        const total = assessed(fiscalYear, [...ofItems, ...secondPart]).total.score;
        if (total === null) throw new Error('No total from items');
        expect(only('indicator')).toBeCloseTo(total, 9);
        expect(only('instrument')).toBeCloseTo(total, 9);
        expect(only('item', 'subIndicator', 'indicator', 'part', 'instrument')).toBeCloseTo(total, 9);
        expect(only('indicator', 'part')).toBeCloseTo(total, 9);
        const withoutOit = figures.filter(([s]) => s.kind === 'indicator' && s.indicator < 9);
        const subs = figures.filter(([{ kind }]) => kind === 'subIndicator');
        expect(assessed(fiscalYear, [...withoutOit, ...subs]).total.score).toBeCloseTo(total, 9);
      }),
      { numRuns: 40 },
    );
  },
);

/** Everything computed, without the cells that it comes from. */
const resultsOf = ({
  total,
  grade,
  instruments,
  indicators: ten,
  subIndicators,
  items,
}: Assessment): unknown => ({
  total: total.score,
  grade,
  instruments: instruments.map(({ score: value, from }) => [value, from]),
  indicators: ten.map(({ score: value, from, rank, triage }) => [value, from, rank, triage]),
  subIndicators: subIndicators.map(({ score: value, from }) => [value, from]),
  items: items.map(({ score: value, status, triage }) => [value, status, triage]),
});

test('the order of the figures and of the tables does not matter', () => {
  const kinds = fc.record({
    ten: tenScores,
    eit: fc.tuple(score, score),
    items: fc.array(fc.constantFrom(0, 100), { minLength: 35, maxLength: 35 }),
    iit: score,
  });
  fc.assert(
    fc.property(
      kinds,
      fc.array(fc.nat(), { minLength: 48, maxLength: 48 }),
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      (figures, keys, tables) => {
        const tableOf = (number: number): number => tables[number] ?? 0;
        const given: Given = [
          ...indicators(figures.ten).map(([subject, value]): Given[number] => [
            subject,
            value,
            'score',
            tableOf(0),
          ]),
          ...parts(...figures.eit).map(([subject, value]): Given[number] => [
            subject,
            value,
            'score',
            tableOf(1),
          ]),
          ...figures.items.map((value, index): Given[number] => [
            item(`o${index + 1}`),
            value,
            'score',
            tableOf(2),
          ]),
          [instrument('IIT'), figures.iit, 'score', tableOf(3)],
        ];
        const shuffled = given
          .map((figure, index) => ({ figure, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ figure }) => figure);
        expect(resultsOf(assessed(2567, shuffled))).toEqual(resultsOf(assessed(2567, given)));
      },
    ),
  );
});

test('whatever is blank, every score that is given is there and nothing else is', () => {
  const some = fc.array(fc.option(score), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(fc.constantFrom(...ruleSets.supportedYears), some, (fiscalYear, scores) => {
      const result = assessed(fiscalYear, indicators(scores));
      expect(result.indicators.map(({ score: value }) => value)).toEqual(scores);
      expect(result.indicators.map(({ rank }) => rank !== null)).toEqual(
        scores.map((value) => value !== null),
      );
      const complete = [
        [0, 5],
        [5, 8],
        [8, 10],
      ].map(([from, to]) => scores.slice(from, to).every((value) => value !== null));
      expect(result.instruments.map(({ score: value }) => value !== null)).toEqual(complete);
      expect(result.total.score !== null).toBe(complete.every(Boolean));
      expect(result.grade !== null).toBe(complete.every(Boolean));
    }),
  );
});

test('ranks are 1 to n without a gap, by printed score and then by number', () => {
  fc.assert(
    fc.property(fc.array(fc.option(score), { minLength: 10, maxLength: 10 }), (scores) => {
      const ranked = assessed(2565, indicators(scores))
        .indicators.filter(({ rank }) => rank !== null)
        .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
      expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
      ranked.slice(1).forEach((lower, index) => {
        const upper = ranked[index];
        if (upper === undefined) throw new Error('No rank above');
        expect(upper.score ?? -1).toBeGreaterThanOrEqual(lower.score ?? 101);
        if (upper.score === lower.score) expect(upper.id).toBeLessThan(lower.id);
      });
    }),
  );
});

test('a printed figure is agreed with, noted or warned of, by its distance only', () => {
  fc.assert(
    fc.property(tenScores, fc.integer({ min: -5, max: 5 }), (scores, hundredths) => {
      const exact = assessed(2565, indicators(scores)).total.score ?? 0;
      const printed = Number(formatDecimal(exact + hundredths / 100));
      fc.pre(printed >= 0 && printed <= 100);
      const [finding] = assessed(2565, [...indicators(scores), [{ kind: 'total' }, printed]]).findings;
      if (printed === Number(formatDecimal(exact))) expect(finding).toBeUndefined();
      else expect(finding?.severity).toBe(Math.abs(printed - exact) <= 0.01 + SLACK ? 'note' : 'warning');
    }),
  );
});

test('raising an indicator never worsens its own rank or its group', () => {
  const order = ['urgent', 'improve', 'maintain'];
  fc.assert(
    fc.property(tenScores, fc.nat(9), score, (scores, at, to) => {
      const [low, high] = raised(2565, indicators(scores), at, to).map(({ indicators: ten }) => ten[at]);
      expect(high?.rank ?? 11).toBeLessThanOrEqual(low?.rank ?? 0);
      expect(order.indexOf(high?.triage ?? '')).toBeGreaterThanOrEqual(order.indexOf(low?.triage ?? ''));
      expect(low?.id).toBe(at + 1);
      expect(indicator(at + 1)).toEqual({ kind: 'indicator', indicator: low?.id });
    }),
  );
});
