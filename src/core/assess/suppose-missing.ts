import type { Subject } from '../read/reading';
import type { IndicatorRule, InstrumentRule } from '../rule-set';
import { mean } from '../text/numbers';
import type { Assessment } from './assessment';
import type { Supposed } from './reassess';
import { viewOf } from './score-tree';

const isKnown = ({ score }: { readonly score: number | null }): boolean => score !== null;

/** The items without a score, each supposed at a value; null where none of them has one. */
const supposeItems = (
  ids: readonly string[],
  value: number,
  { items }: Assessment,
): readonly Supposed[] | null => {
  const own = items.filter(({ id }) => ids.includes(id));
  if (!own.some(isKnown)) return null;
  return own.flatMap(({ id, score }) => (score === null ? [{ subject: { kind: 'item', id }, value }] : []));
};

const supposeSubIndicators = (
  ids: readonly string[],
  value: number,
  assessment: Assessment,
): readonly Supposed[] | null => {
  const own = assessment.ruleSet.subIndicators.filter(({ id }) => ids.includes(id));
  const isAny = own.some(
    ({ id, items }) =>
      assessment.subIndicators.some((sub) => sub.id === id && isKnown(sub)) ||
      assessment.items.some((item) => items.includes(item.id) && isKnown(item)),
  );
  if (!isAny) return null;
  return own.flatMap(({ id, items }): readonly Supposed[] => {
    if (assessment.subIndicators.some((sub) => sub.id === id && isKnown(sub))) return [];
    return supposeItems(items, value, assessment) ?? [{ subject: { kind: 'subIndicator', id }, value }];
  });
};

/** Least or greatest that the items of one part let an indicator with parts be. */
export const ofOnePart = (
  ids: readonly string[],
  partCount: number,
  value: number,
  { items }: Assessment,
): number => {
  const own = items.filter(({ id }) => ids.includes(id));
  const part = mean(own.map(({ score }) => score ?? value)) ?? value;
  return (part + value * (partCount - 1)) / partCount;
};

const supposeIndicator = (
  { id, from }: IndicatorRule,
  partCount: number,
  value: number,
  assessment: Assessment,
): readonly Supposed[] => {
  const subject: Subject = { kind: 'indicator', indicator: id };
  switch (from.kind) {
    case 'items':
      return supposeItems(from.items, value, assessment) ?? [{ subject, value }];
    case 'subIndicators':
      return supposeSubIndicators(from.subIndicators, value, assessment) ?? [{ subject, value }];
    case 'parts':
      return [{ subject, value: ofOnePart(from.items, partCount, value, assessment) }];
  }
};

const supposeInstrument = (
  rule: InstrumentRule,
  value: number,
  assessment: Assessment,
): readonly Supposed[] => {
  const result = assessment.instruments.find(({ id }) => id === rule.id);
  if (result === undefined || result.score !== null) return [];
  const own = assessment.ruleSet.indicators.filter(({ instrument }) => instrument === rule.id);
  const scoreOf = (id: number): number | null =>
    assessment.indicators.find((indicator) => indicator.id === id)?.score ?? null;
  const isAnyIndicator = own.some(({ id }) => scoreOf(id) !== null);
  if (viewOf(result, isAnyIndicator) === 'indicators')
    return own
      .filter(({ id }) => scoreOf(id) === null)
      .flatMap((indicator) => supposeIndicator(indicator, rule.parts?.length ?? 1, value, assessment));
  return result.parts
    .filter((part) => part.score === null)
    .flatMap(({ part }) => {
      const ids = own.flatMap(({ from }) => (from.kind === 'parts' && from.part === part ? from.items : []));
      const subject: Subject = { kind: 'part', instrument: rule.id, part };
      return supposeItems(ids, value, assessment) ?? [{ subject, value }];
    });
};

/**
 * Everything that keeps the total from being known, supposed at one value: single items where others of theirs are known,
 * else the figure that is missing itself. With the ends of the scale this gives the least and the most that is possible.
 */
export const supposeMissing = (assessment: Assessment, value: number): readonly Supposed[] =>
  assessment.ruleSet.instruments.flatMap((rule) => supposeInstrument(rule, value, assessment));
