import type { AgencyReading } from '../read/reading';
import type { RuleSet, TriageLimits } from '../rule-set';
import {
  aggregateIndicators,
  aggregateInstruments,
  aggregateSubIndicators,
  aggregateTotal,
  collectItems,
  type IndicatorScore,
} from './aggregate';
import type { Assessment, InstrumentResult } from './assessment';
import { audit, type Audited } from './audit';
import { chooseFigures } from './choose-figures';
import { grader, type ScoreOf } from './grade';
import { gatherIssues } from './issues';
import { rankScores, triageIndicators, triageItems } from './rank-and-triage';

const resultsByKey = (
  instruments: readonly InstrumentResult[],
  indicators: readonly IndicatorScore[],
): ScoreOf => {
  const scores = new Map([
    ...indicators.map(({ id, score }) => [String(id), score] as const),
    ...instruments.flatMap(({ id, score, parts }) => [
      [id, score] as const,
      ...parts.map((part) => [`${id}.${part.part}`, part.score] as const),
    ]),
  ]);
  return (key) => scores.get(key) ?? null;
};

/**
 * Computes everything from one agency's scores of one year under that year's rules. Complete items win over a given
 * figure and a given figure over nothing; what was not used is compared with what was.
 */
export const assess = (reading: AgencyReading, ruleSet: RuleSet, limits: TriageLimits): Assessment => {
  const { decimals } = ruleSet.scale;
  const book = chooseFigures(reading.figures);
  const collected = collectItems(book, ruleSet);
  const itemGroups = triageItems(collected, ruleSet, limits);
  const items = collected.map((item) => ({ ...item, triage: itemGroups.get(item.id) ?? null }));
  const subIndicators = aggregateSubIndicators(book, ruleSet, items);
  const scores = aggregateIndicators(book, ruleSet, items, subIndicators);
  const ranks = rankScores(scores, decimals);
  const groups = triageIndicators(scores, itemGroups, ruleSet, limits);
  const indicators = scores.map((indicator) => ({
    ...indicator,
    rank: ranks.get(indicator.id) ?? null,
    triage: groups.get(indicator.id) ?? null,
    given: book.used({ kind: 'indicator', indicator: indicator.id }),
  }));
  const instruments = aggregateInstruments(book, ruleSet, items, scores);
  const total = aggregateTotal(instruments);
  const assessed: Audited = {
    agency: reading.agency,
    fiscalYear: reading.fiscalYear,
    ruleSet,
    limits,
    items,
    subIndicators,
    indicators,
    instruments,
    issues: gatherIssues(items, ruleSet),
    total: { score: total, given: book.used({ kind: 'total' }) },
    grade: grader(ruleSet)(total, resultsByKey(instruments, scores)),
    reportedGrade: reading.grade,
  };
  return { ...assessed, findings: audit(assessed, book), readingIssues: reading.issues };
};
