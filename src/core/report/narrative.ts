import type { Assessment, IndicatorResult, InstrumentResult, ItemResult } from '../assess/assessment';
import type { IssueGroup, RuleSet, TriageLevel } from '../rule-set';
import { formatDecimal, roundHalfUp } from '../text/numbers';

/** A paragraph about one part of the result. */
export type Paragraph = { readonly id: string; readonly text: string };

/** The result in words: what the numbers say and nothing that they do not. */
export type Narrative = {
  readonly overall: readonly string[];
  readonly instruments: readonly Paragraph[];
  readonly indicators: readonly Paragraph[];
  /** By issue (ประเด็น) where the year has issues. */
  readonly issues: readonly Paragraph[];
};

/** The sentences of which paragraphs are made, in the language of the document; scores come with two decimals. */
export type NarrativeTexts = {
  readonly total: (agency: string | null, fiscalYear: number, score: string) => string;
  readonly noTotal: (agency: string | null, fiscalYear: number, missing: readonly string[]) => string;
  readonly grade: (label: string) => string;
  readonly uncertainGrade: (label: string) => string;
  readonly aboveTarget: (target: string, points: string) => string;
  readonly belowTarget: (target: string, points: string) => string;
  readonly atTarget: (target: string) => string;
  readonly change: (fiscalYear: number, before: string, points: string, direction: Direction) => string;
  readonly highest: (names: readonly string[], score: string) => string;
  readonly lowest: (names: readonly string[], score: string) => string;
  readonly allEqual: (count: number, score: string) => string;
  readonly group: (level: TriageLevel, names: readonly string[]) => string;
  readonly indicatorName: (id: number, name: string) => string;
  readonly itemName: (id: string) => string;
  readonly instrument: (id: string, name: string, score: string, weight: string, weighted: string) => string;
  readonly part: (part: string, score: string) => string;
  readonly indicator: (name: string, score: string, rank: number, of: number, level: TriageLevel) => string;
  readonly indicatorBelow: (limit: string, points: string) => string;
  readonly issue: (id: string, name: string, scored: number, of: number) => string;
  readonly full: (names: readonly string[]) => string;
  readonly weak: (items: readonly { readonly name: string; readonly score: string }[]) => string;
  readonly notScored: (names: readonly string[]) => string;
};

/** Whether a score rose, fell or stayed, compared at two decimals. */
export type Direction = 'up' | 'down' | 'same';

/** The total of an earlier year to compare with, 0–100. */
export type EarlierTotal = { readonly fiscalYear: number; readonly total: number };

const FULL = 100;

type Scored = { readonly id: number; readonly score: number };

const withScores = (indicators: readonly IndicatorResult[]): readonly Scored[] =>
  indicators.flatMap(({ id, score }) => (score === null ? [] : [{ id, score }]));

const directionOf = (points: number): Direction => (points > 0 ? 'up' : points < 0 ? 'down' : 'same');

/** Sentences about the highest and the lowest of several indicators; ties are all named, and all equal is said once. */
const extremes = (
  indicators: readonly IndicatorResult[],
  ruleSet: RuleSet,
  texts: NarrativeTexts,
): readonly string[] => {
  const { decimals } = ruleSet.scale;
  const scored = withScores(indicators).map(({ id, score }) => ({ id, score: roundHalfUp(score, decimals) }));
  // Nothing is the highest of all as long as one of them is missing.
  if (scored.length < 2 || scored.length < indicators.length) return [];
  const named = (score: number): readonly string[] =>
    scored.filter((each) => each.score === score).map(({ id }) => nameOf(id, ruleSet, texts));
  const values = scored.map(({ score }) => score);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  if (most === least) return [texts.allEqual(scored.length, formatDecimal(most))];
  return [texts.highest(named(most), formatDecimal(most)), texts.lowest(named(least), formatDecimal(least))];
};

const nameOf = (id: number, ruleSet: RuleSet, texts: NarrativeTexts): string =>
  texts.indicatorName(id, ruleSet.indicators.find((indicator) => indicator.id === id)?.name ?? '');

const targetSentence = (total: number, { target, scale }: RuleSet, texts: NarrativeTexts): string => {
  const points = roundHalfUp(roundHalfUp(total, scale.decimals) - target, scale.decimals);
  const shown = formatDecimal(Math.abs(points));
  if (points === 0) return texts.atTarget(formatDecimal(target));
  return points > 0
    ? texts.aboveTarget(formatDecimal(target), shown)
    : texts.belowTarget(formatDecimal(target), shown);
};

const changeSentence = (total: number, earlier: EarlierTotal, texts: NarrativeTexts): string => {
  const points = roundHalfUp(roundHalfUp(total, 2) - roundHalfUp(earlier.total, 2), 2);
  return texts.change(
    earlier.fiscalYear,
    formatDecimal(earlier.total),
    formatDecimal(Math.abs(points)),
    directionOf(points),
  );
};

const LEVELS: readonly TriageLevel[] = ['urgent', 'improve', 'maintain'];

const overallOf = (
  { agency, fiscalYear, total, grade, ruleSet, instruments, indicators }: Assessment,
  earlier: EarlierTotal | null,
  texts: NarrativeTexts,
): readonly string[] => {
  const missing = instruments.filter(({ score }) => score === null).map(({ id }) => id);
  const level = ruleSet.gradeScale.grades.find(({ code }) => code === grade?.code)?.label;
  const result =
    total.score === null
      ? [texts.noTotal(agency, fiscalYear, missing)]
      : [
          texts.total(agency, fiscalYear, formatDecimal(total.score)),
          ...(level === undefined ? [] : [(grade?.certain ? texts.grade : texts.uncertainGrade)(level)]),
          targetSentence(total.score, ruleSet, texts),
          ...(earlier === null ? [] : [changeSentence(total.score, earlier, texts)]),
        ];
  const groups = LEVELS.flatMap((each) => {
    const names = indicators
      .filter(({ triage }) => triage === each)
      .map(({ id }) => nameOf(id, ruleSet, texts));
    return names.length === 0 ? [] : [texts.group(each, names)];
  });
  return [result.join(' '), [...extremes(indicators, ruleSet, texts), ...groups].join(' ')].filter(
    (paragraph) => paragraph !== '',
  );
};

const instrumentOf = (
  { id, score, weight, weighted, parts }: InstrumentResult,
  { ruleSet, indicators }: Assessment,
  texts: NarrativeTexts,
): readonly Paragraph[] => {
  if (score === null || weighted === null) return [];
  const own = indicators.filter(
    (indicator) => ruleSet.indicators.find((rule) => rule.id === indicator.id)?.instrument === id,
  );
  const name = ruleSet.instruments.find((rule) => rule.id === id)?.name ?? '';
  const sentences = [
    texts.instrument(
      id,
      name,
      formatDecimal(score),
      formatDecimal(weight * FULL, 0),
      formatDecimal(weighted),
    ),
    ...parts.flatMap((part) =>
      part.score === null ? [] : [texts.part(part.part, formatDecimal(part.score))],
    ),
    ...extremes(own, ruleSet, texts),
  ];
  return [{ id, text: sentences.join(' ') }];
};

/** Items with their scores in words: those that are full, those that are not, and those without a score. */
const itemSentences = (items: readonly ItemResult[], texts: NarrativeTexts): readonly string[] => {
  const full = items.filter(({ score }) => score === FULL).map(({ id }) => texts.itemName(id));
  const weak = items
    .flatMap(({ id, score }) => (score === null || score >= FULL ? [] : [{ id, score }]))
    .sort((a, b) => a.score - b.score)
    .map(({ id, score }) => ({ name: texts.itemName(id), score: formatDecimal(score) }));
  const unknown = items.filter(({ score }) => score === null).map(({ id }) => texts.itemName(id));
  return [
    ...(full.length === 0 ? [] : [texts.full(full)]),
    ...(weak.length === 0 ? [] : [texts.weak(weak)]),
    ...(unknown.length === 0 || unknown.length === items.length ? [] : [texts.notScored(unknown)]),
  ];
};

const itemsOf = (ids: readonly string[], { items }: Assessment): readonly ItemResult[] =>
  ids.flatMap((id) => items.find((item) => item.id === id) ?? []);

const indicatorOf = (
  { id, score, rank, triage }: IndicatorResult,
  assessment: Assessment,
  texts: NarrativeTexts,
): readonly Paragraph[] => {
  const { ruleSet, limits, indicators } = assessment;
  if (score === null || rank === null || triage === null) return [];
  const scored = withScores(indicators).length;
  const own = ruleSet.items.filter((item) => item.indicator === id).map((item) => item.id);
  const below = roundHalfUp(limits.urgentBelow - roundHalfUp(score, 2), 2);
  const sentences = [
    texts.indicator(nameOf(id, ruleSet, texts), formatDecimal(score), rank, scored, triage),
    ...(below > 0 ? [texts.indicatorBelow(formatDecimal(limits.urgentBelow), formatDecimal(below))] : []),
    ...itemSentences(itemsOf(own, assessment), texts),
  ];
  return [{ id: String(id), text: sentences.join(' ') }];
};

const issueOf = (
  { id, name, items: ids }: IssueGroup,
  assessment: Assessment,
  texts: NarrativeTexts,
): readonly Paragraph[] => {
  const items = itemsOf(ids, assessment);
  const scored = items.filter(({ score }) => score !== null).length;
  if (scored === 0) return [];
  const sentences = [texts.issue(id, name, scored, items.length), ...itemSentences(items, texts)];
  return [{ id, text: sentences.join(' ') }];
};

/**
 * Puts a result into paragraphs: overall, by instrument, by indicator and by issue. What has no score is not spoken of,
 * except that it is missing; `earlier` is the last year's total where one is known.
 */
export const narrate = (
  assessment: Assessment,
  earlier: EarlierTotal | null,
  texts: NarrativeTexts,
): Narrative => ({
  overall: overallOf(assessment, earlier, texts),
  instruments: assessment.instruments.flatMap((instrument) => instrumentOf(instrument, assessment, texts)),
  indicators: assessment.indicators.flatMap((indicator) => indicatorOf(indicator, assessment, texts)),
  issues: assessment.ruleSet.issueGroups.flatMap((issue) => issueOf(issue, assessment, texts)),
});
