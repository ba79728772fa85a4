import type { RuleSet, InstrumentRule, IndicatorRule } from '../rule-set';
import { mean } from '../text/numbers';
import type { InstrumentResult, ItemResult, PartResult, SubIndicatorResult } from './assessment';
import type { FigureBook } from './choose-figures';

/** An indicator before ranking and triage. */
export type IndicatorScore = {
  readonly id: number;
  readonly score: number | null;
  readonly from: 'items' | 'parts' | 'given' | null;
};

/** Mean of figures that must all be there; null if one is missing. */
export const completeMean = (scores: readonly (number | null)[]): number | null => {
  const known = scores.filter((score) => score !== null);
  return known.length === scores.length ? mean(known) : null;
};

const scoresOfItems = (ids: readonly string[], items: readonly ItemResult[]): readonly (number | null)[] =>
  ids.map((id) => items.find((item) => item.id === id)?.score ?? null);

/** Items of the year with what the workbook says of each; an item that it does not mention is missing. */
export const collectItems = (book: FigureBook, ruleSet: RuleSet): readonly Omit<ItemResult, 'triage'>[] =>
  ruleSet.items.map(({ id }) => {
    const figure = book.used({ kind: 'item', id });
    return { id, score: figure?.value ?? null, status: figure?.status ?? 'missing', figure };
  });

/** Sub-indicators: the mean of their items where all are there, else the given score. */
export const aggregateSubIndicators = (
  book: FigureBook,
  ruleSet: RuleSet,
  items: readonly ItemResult[],
): readonly SubIndicatorResult[] =>
  ruleSet.subIndicators.map((rule) => {
    const given = book.used({ kind: 'subIndicator', id: rule.id });
    const computed = completeMean(scoresOfItems(rule.items, items));
    const score = computed ?? given?.value ?? null;
    const from = computed !== null ? 'items' : score !== null ? 'given' : null;
    return { id: rule.id, score, from, given };
  });

const computedIndicator = (
  rule: IndicatorRule,
  items: readonly ItemResult[],
  subIndicators: readonly SubIndicatorResult[],
): Omit<IndicatorScore, 'id'> => {
  switch (rule.from.kind) {
    case 'items':
      return { score: completeMean(scoresOfItems(rule.from.items, items)), from: 'items' };
    case 'parts':
      return { score: null, from: null };
    case 'subIndicators': {
      const ids = rule.from.subIndicators;
      const own = subIndicators.filter(({ id }) => ids.includes(id));
      const from = own.every((subIndicator) => subIndicator.from === 'items') ? 'items' : 'parts';
      return { score: completeMean(own.map(({ score }) => score)), from };
    }
  }
};

/** Indicators: from complete items (OIT through sub-indicators that weigh the same), else the given score. */
export const aggregateIndicators = (
  book: FigureBook,
  ruleSet: RuleSet,
  items: readonly ItemResult[],
  subIndicators: readonly SubIndicatorResult[],
): readonly IndicatorScore[] =>
  ruleSet.indicators.map((rule) => {
    const computed = computedIndicator(rule, items, subIndicators);
    const given = book.used({ kind: 'indicator', indicator: rule.id })?.value ?? null;
    // A given indicator wins over given sub-indicators: it is nearer to the total and rounded only once.
    if (computed.score !== null && (computed.from === 'items' || given === null))
      return { id: rule.id, ...computed };
    return { id: rule.id, score: given, from: given === null ? null : 'given' };
  });

const partFromItems = (
  part: string,
  rule: InstrumentRule,
  ruleSet: RuleSet,
  items: readonly ItemResult[],
): number | null =>
  completeMean(
    ruleSet.indicators
      .filter(({ instrument }) => instrument === rule.id)
      .map(({ from }) =>
        from.kind === 'parts' && from.part === part ? completeMean(scoresOfItems(from.items, items)) : null,
      ),
  );

const aggregateParts = (
  book: FigureBook,
  rule: InstrumentRule,
  ruleSet: RuleSet,
  items: readonly ItemResult[],
): readonly PartResult[] =>
  (rule.parts ?? []).map((part) => {
    const given = book.used({ kind: 'part', instrument: rule.id, part });
    const computed = partFromItems(part, rule, ruleSet, items);
    const score = computed ?? given?.value ?? null;
    return { part, score, from: computed !== null ? 'items' : score !== null ? 'given' : null, given };
  });

/** Instruments: from both parts where the year has parts and both are known, else from all indicators, else as given. */
export const aggregateInstruments = (
  book: FigureBook,
  ruleSet: RuleSet,
  items: readonly ItemResult[],
  indicators: readonly IndicatorScore[],
): readonly InstrumentResult[] =>
  ruleSet.instruments.map((rule) => {
    const parts = aggregateParts(book, rule, ruleSet, items);
    const own = ruleSet.indicators.filter(({ instrument }) => instrument === rule.id).map(({ id }) => id);
    const given = book.used({ kind: 'instrument', instrument: rule.id });
    const fromParts = parts.length === 0 ? null : completeMean(parts.map(({ score }) => score));
    const fromIndicators = completeMean(
      indicators.filter(({ id }) => own.includes(id)).map(({ score }) => score),
    );
    const score = fromParts ?? fromIndicators ?? given?.value ?? null;
    const from =
      fromParts !== null ? 'parts' : fromIndicators !== null ? 'indicators' : score !== null ? 'given' : null;
    return {
      id: rule.id,
      score,
      from,
      weight: rule.weight,
      weighted: score === null ? null : rule.weight * score,
      parts,
      given,
      givenWeighted: book.used({ kind: 'instrument', instrument: rule.id }, 'weighted'),
    };
  });

/** Weighted total, null as long as an instrument is missing. */
export const aggregateTotal = (instruments: readonly InstrumentResult[]): number | null => {
  const weighted = instruments.map((instrument) => instrument.weighted);
  return weighted.every((value) => value !== null) ? weighted.reduce((sum, value) => sum + value, 0) : null;
};
