import type { ReadFigure, Subject } from '../read/reading';
import type { IndicatorRule, InstrumentId, InstrumentRule, RuleSet } from '../rule-set';
import type { Assessment, InstrumentResult } from './assessment';

/** A score with what it is made of, and what one point of it is worth in the total. */
export type ScoreNode = {
  readonly subject: Subject;
  readonly instrument: InstrumentId;
  readonly indicator: number | null;
  /** Points of the total for one point of this score. */
  readonly coefficient: number;
  readonly score: number | null;
  /** `children`: the score is exactly their mean; `figure`: it stands for itself; null where it is missing. */
  readonly from: 'children' | 'figure' | null;
  /** The figure that the score was taken from, where it was read. */
  readonly figure: ReadFigure | null;
  readonly children: readonly ScoreNode[];
};

/** What an instrument is divided into: its indicators or, where the year has them, its parts. */
export type InstrumentView = 'indicators' | 'parts';

const indicatorsOf = (ruleSet: RuleSet, instrument: InstrumentId): readonly IndicatorRule[] =>
  ruleSet.indicators.filter((rule) => rule.instrument === instrument);

const indicatorWeight = (ruleSet: RuleSet, instrument: InstrumentRule): number =>
  instrument.weight / indicatorsOf(ruleSet, instrument.id).length;

/**
 * Points of the total for one point of each item, by the year's rules alone: o9 of 2567 is one of seven items of one of
 * five sub-indicators of one of two indicators of .40, so .40 / 2 / 5 / 7.
 */
export const itemCoefficients = (ruleSet: RuleSet): ReadonlyMap<string, number> =>
  new Map(
    ruleSet.instruments.flatMap((instrument) => {
      const weight = indicatorWeight(ruleSet, instrument);
      return indicatorsOf(ruleSet, instrument.id).flatMap(({ from }) => {
        const share = (ids: readonly string[], of: number) => ids.map((id) => [id, of / ids.length] as const);
        switch (from.kind) {
          case 'items':
            return share(from.items, weight);
          case 'parts':
            return share(from.items, weight / (instrument.parts ?? [from.part]).length);
          case 'subIndicators': {
            const own = ruleSet.subIndicators.filter(({ id }) => from.subIndicators.includes(id));
            return own.flatMap(({ items }) => share(items, weight / own.length));
          }
        }
      });
    }),
  );

/** How an instrument's score is divided: as it was computed, else by what is known of it. */
export const viewOf = ({ from, parts }: InstrumentResult, isAnyIndicatorKnown: boolean): InstrumentView => {
  if (from === 'parts' || from === 'indicators') return from;
  return !isAnyIndicatorKnown && parts.some(({ score }) => score !== null) ? 'parts' : 'indicators';
};

const fromOf = (score: number | null, isComputed: boolean): ScoreNode['from'] =>
  score === null ? null : isComputed ? 'children' : 'figure';

const itemNodes = (
  ids: readonly string[],
  assessment: Assessment,
  coefficients: ReadonlyMap<string, number>,
): readonly ScoreNode[] =>
  assessment.ruleSet.items
    .filter(({ id }) => ids.includes(id))
    .map(({ id, instrument, indicator }) => {
      const item = assessment.items.find((entry) => entry.id === id);
      const score = item?.score ?? null;
      return {
        subject: { kind: 'item', id },
        instrument,
        indicator,
        coefficient: coefficients.get(id) ?? 0,
        score,
        from: fromOf(score, false),
        figure: item?.figure ?? null,
        children: [],
      };
    });

const indicatorNode = (
  rule: IndicatorRule,
  coefficient: number,
  assessment: Assessment,
  coefficients: ReadonlyMap<string, number>,
): ScoreNode => {
  const result = assessment.indicators.find(({ id }) => id === rule.id);
  const { instrument, from } = rule;
  const children: readonly ScoreNode[] =
    from.kind !== 'subIndicators'
      ? itemNodes(from.items, assessment, coefficients)
      : assessment.ruleSet.subIndicators
          .filter(({ id }) => from.subIndicators.includes(id))
          .map((sub) => {
            const own = assessment.subIndicators.find(({ id }) => id === sub.id);
            const score = own?.score ?? null;
            const isComputed = own?.from === 'items';
            return {
              subject: { kind: 'subIndicator', id: sub.id },
              instrument,
              indicator: rule.id,
              coefficient: coefficient / from.subIndicators.length,
              score,
              from: fromOf(score, isComputed),
              figure: isComputed ? null : (own?.given ?? null),
              children: itemNodes(sub.items, assessment, coefficients),
            };
          });
  const score = result?.score ?? null;
  const isComputed = result?.from !== 'given';
  return {
    subject: { kind: 'indicator', indicator: rule.id },
    instrument,
    indicator: rule.id,
    coefficient,
    score,
    from: fromOf(score, isComputed),
    figure: isComputed ? null : result.given,
    children,
  };
};

const partNodes = (
  rule: InstrumentRule,
  result: InstrumentResult,
  assessment: Assessment,
  coefficients: ReadonlyMap<string, number>,
): readonly ScoreNode[] =>
  result.parts.map(({ part, score, from, given }) => {
    const items = indicatorsOf(assessment.ruleSet, rule.id).flatMap((indicator) =>
      indicator.from.kind === 'parts' && indicator.from.part === part ? indicator.from.items : [],
    );
    const isComputed = from === 'items';
    return {
      subject: { kind: 'part', instrument: rule.id, part },
      instrument: rule.id,
      indicator: null,
      coefficient: rule.weight / result.parts.length,
      score,
      from: fromOf(score, isComputed),
      figure: isComputed ? null : given,
      children: itemNodes(items, assessment, coefficients),
    };
  });

/**
 * The scores of an assessment as a tree for each instrument, down to the items. `view` divides an instrument otherwise
 * than it was computed; its score then stands for itself.
 */
export const scoreTree = (
  assessment: Assessment,
  view: (instrument: InstrumentResult) => InstrumentView | null = () => null,
): readonly ScoreNode[] => {
  const { ruleSet } = assessment;
  const coefficients = itemCoefficients(ruleSet);
  return ruleSet.instruments.flatMap((rule) => {
    const result = assessment.instruments.find(({ id }) => id === rule.id);
    if (result === undefined) return [];
    const weight = indicatorWeight(ruleSet, rule);
    const ofIndicators = indicatorsOf(ruleSet, rule.id).map((indicator) =>
      indicatorNode(indicator, weight, assessment, coefficients),
    );
    const chosen =
      view(result) ??
      viewOf(
        result,
        ofIndicators.some(({ score }) => score !== null),
      );
    return [
      {
        subject: { kind: 'instrument', instrument: rule.id },
        instrument: rule.id,
        indicator: null,
        coefficient: rule.weight,
        score: result.score,
        from: fromOf(result.score, result.from === chosen),
        figure: result.from === 'given' ? result.given : null,
        children: chosen === 'parts' ? partNodes(rule, result, assessment, coefficients) : ofIndicators,
      },
    ];
  });
};
