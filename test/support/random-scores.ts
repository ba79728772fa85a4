import fc from 'fast-check';
import { roundHalfUp } from '../../src/core/text/numbers';
import { year } from '../rules/year';
import {
  indicator,
  instrument,
  item,
  part,
  subIndicator,
  type Given,
  type GivenFigure,
} from './given-scores';

const hundredths = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Scores of every item of a year and of what no item gives, as an agency has them before anything is left out. */
export type TrueScores = {
  readonly items: ReadonlyMap<string, number>;
  /** Second part of the indicators that have parts, by indicator. */
  readonly secondParts: ReadonlyMap<number, number>;
};

export const trueScores = (fiscalYear: number): fc.Arbitrary<TrueScores> => {
  const { items, indicators } = year(fiscalYear);
  const withParts = indicators.filter(({ from }) => from.kind === 'parts');
  return fc
    .tuple(
      fc.tuple(
        ...items.map(({ allowedScores }) =>
          allowedScores === null ? hundredths : fc.constantFrom(...allowedScores),
        ),
      ),
      fc.tuple(...withParts.map(() => hundredths)),
    )
    .map(([scores, second]) => ({
      items: new Map(items.map(({ id }, index) => [id, scores[index] ?? 0])),
      secondParts: new Map(withParts.map(({ id }, index) => [id, second[index] ?? 0])),
    }));
};

/** Every figure that follows from the true scores, unrounded, items first. */
export const figuresOfScores = (fiscalYear: number, { items, secondParts }: TrueScores): Given => {
  const ruleSet = year(fiscalYear);
  const of = (ids: readonly string[]): number => meanOf(ids.map((id) => items.get(id) ?? 0));
  const subs = ruleSet.subIndicators.map((rule): GivenFigure => [subIndicator(rule.id), of(rule.items)]);
  const firstPart = new Map<number, number>();
  const indicators = ruleSet.indicators.map(({ id, from }): GivenFigure => {
    if (from.kind === 'subIndicators')
      return [
        indicator(id),
        meanOf(
          from.subIndicators.map(
            (sub) => subs.find(([s]) => s.kind === 'subIndicator' && s.id === sub)?.[1] ?? 0,
          ),
        ),
      ];
    if (from.kind === 'items') return [indicator(id), of(from.items)];
    firstPart.set(id, of(from.items));
    return [indicator(id), (of(from.items) + (secondParts.get(id) ?? 0)) / 2];
  });
  const instruments = ruleSet.instruments.map((rule): GivenFigure => {
    const own = ruleSet.indicators.filter((entry) => entry.instrument === rule.id).map(({ id }) => id);
    return [instrument(rule.id), meanOf(own.map((id) => indicators[id - 1]?.[1] ?? 0))];
  });
  const parts: Given =
    firstPart.size === 0
      ? []
      : [
          [part('1'), meanOf([...firstPart.values()])],
          [part('2'), meanOf([...secondParts.values()])],
        ];
  return [
    ...[...items].map(([id, score]): GivenFigure => [item(id), score]),
    ...subs,
    ...indicators,
    ...parts,
    ...instruments,
  ];
};

const KINDS = ['item', 'subIndicator', 'indicator', 'part', 'instrument'] as const;

/** What an officer may have of a year's figures: some levels whole, some in part, some not; rounded, and where `wrong` some contradict the rest. */
export const mixedGiven = (fiscalYear: number, wrong: boolean): fc.Arbitrary<Given> =>
  partsOfTruth(fiscalYear, wrong, 2).map(({ given }) => given);

/** Some of the figures of an agency, and all of them. */
export const partsOfTruth = (
  fiscalYear: number,
  wrong = false,
  decimals = 12,
): fc.Arbitrary<{ readonly given: Given; readonly truth: Given }> =>
  trueScores(fiscalYear).chain((scores) => {
    const figures = figuresOfScores(fiscalYear, scores);
    return fc
      .record({
        share: fc.record(Object.fromEntries(KINDS.map((kind) => [kind, fc.constantFrom(0, 0.5, 0.9, 1, 1)]))),
        draws: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: figures.length,
          maxLength: figures.length,
        }),
        others: fc.array(fc.option(hundredths, { freq: 4 }), {
          minLength: figures.length,
          maxLength: figures.length,
        }),
      })
      .map(({ share, draws, others }) => ({
        truth: figures,
        given: figures.flatMap(([subject, value], index): Given => {
          if ((draws[index] ?? 0) >= (share[subject.kind] ?? 0)) return [];
          const other = wrong && subject.kind !== 'item' ? others[index] : null;
          return [[subject, other ?? roundHalfUp(value ?? 0, decimals)]];
        }),
      }));
  });
