import type { Assessment, ItemResult } from '../assess/assessment';
import type { TriageLevel } from '../rule-set';
import type { Grouping } from './layouts';

/** What a row of a document is about. */
export type PointSubject =
  | { readonly kind: 'indicator'; readonly indicator: number }
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'issue'; readonly id: string };

export const isSameSubject = (a: PointSubject, b: PointSubject): boolean =>
  a.kind === 'indicator'
    ? b.kind === 'indicator' && a.indicator === b.indicator
    : b.kind === a.kind && a.id === b.id;

/** A group of rows: which one of its kind, such as the level `urgent` or the issue `3`. */
export type PointGroup = { readonly by: Grouping; readonly id: string };

/** Something a measure is for: a weak indicator or item, or an issue in which nothing is weak. */
export type WeakPoint = {
  readonly subject: PointSubject;
  readonly level: TriageLevel;
  readonly group: PointGroup;
};

const LEVELS = ['urgent', 'improve'] as const satisfies readonly TriageLevel[];

const isWeak = (level: TriageLevel | null): level is (typeof LEVELS)[number] =>
  LEVELS.some((weak) => weak === level);

const weakItems = ({ items }: Assessment): readonly ItemResult[] =>
  items.filter(({ triage }) => isWeak(triage));

const weakIndicators = ({ indicators }: Assessment): Assessment['indicators'] =>
  indicators.filter(({ triage }) => isWeak(triage));

const instrumentOf = (indicator: number, { ruleSet }: Assessment): string =>
  ruleSet.indicators.find(({ id }) => id === indicator)?.instrument ?? '';

const indicatorOf = (item: string, { ruleSet }: Assessment): number | undefined =>
  ruleSet.items.find(({ id }) => id === item)?.indicator;

/** Indicator that a subject is, or belongs to; undefined for an issue. */
export const indicatorOfSubject = (subject: PointSubject, assessment: Assessment): number | undefined => {
  if (subject.kind === 'indicator') return subject.indicator;
  return subject.kind === 'item' ? indicatorOf(subject.id, assessment) : undefined;
};

/** The issue to which most items of an indicator belong, the first of equal ones. */
const issueOfIndicator = (indicator: number, { ruleSet }: Assessment): string => {
  const own = ruleSet.items.filter((item) => item.indicator === indicator).map(({ id }) => id);
  const counts = ruleSet.issueGroups.map(({ id, items }) => ({
    id,
    count: items.filter((item) => own.includes(item)).length,
  }));
  const most = Math.max(0, ...counts.map(({ count }) => count));
  return counts.find(({ count }) => count === most)?.id ?? '';
};

/** Whether the rows of a document can be gathered by issue: the year has issues, and items have scores. */
export const hasIssues = ({ ruleSet, items }: Assessment): boolean =>
  ruleSet.issueGroups.length > 0 && items.some(({ score }) => score !== null);

/** How rows are gathered where the layout's own way needs issues that are not there. */
export const groupingFor = (grouping: Grouping, assessment: Assessment): Grouping =>
  grouping === 'issue' && !hasIssues(assessment) ? 'level' : grouping;

const groupOf = (
  subject: PointSubject,
  level: TriageLevel,
  grouping: Grouping,
  assessment: Assessment,
): PointGroup => {
  const indicator = indicatorOfSubject(subject, assessment) ?? 0;
  switch (grouping) {
    case 'instrument':
      return { by: grouping, id: instrumentOf(indicator, assessment) };
    case 'indicator':
      return { by: grouping, id: String(indicator) };
    case 'issue': {
      if (subject.kind === 'issue') return { by: grouping, id: subject.id };
      const own =
        subject.kind === 'item'
          ? assessment.ruleSet.issueGroups.find(({ items }) => items.includes(subject.id))?.id
          : undefined;
      return { by: grouping, id: own ?? issueOfIndicator(indicator, assessment) };
    }
    case 'level':
    case 'subIndicator':
    case 'stage':
    case 'none':
      return { by: 'level', id: level };
  }
};

/** Weak items, and weak indicators that no weak item explains. */
const weakSubjects = (
  assessment: Assessment,
  byItem: boolean,
): readonly (readonly [PointSubject, TriageLevel])[] => {
  const items = byItem ? weakItems(assessment) : [];
  const explained = new Set(items.map(({ id }) => indicatorOf(id, assessment)));
  return [
    ...weakIndicators(assessment)
      .filter(({ id }) => !explained.has(id))
      .map(({ id, triage }) => [{ kind: 'indicator', indicator: id }, triage ?? 'improve'] as const),
    ...items.map(({ id, triage }) => [{ kind: 'item', id }, triage ?? 'improve'] as const),
  ];
};

const groupOrder = (grouping: Grouping, { ruleSet }: Assessment): readonly string[] => {
  switch (grouping) {
    case 'instrument':
      return ruleSet.instruments.map(({ id }) => id);
    case 'indicator':
      return ruleSet.indicators.map(({ id }) => String(id));
    case 'issue':
      return ruleSet.issueGroups.map(({ id }) => id);
    case 'level':
    case 'subIndicator':
    case 'stage':
    case 'none':
      return LEVELS;
  }
};

/**
 * What measures are for, group by group and urgent ones first. By issue, or where the triage goes by item, weak items
 * stand for themselves and an indicator only where none of its items is weak; issues without a weak point keep their
 * standard. Empty where nothing is weak.
 */
export const weakPoints = (assessment: Assessment, layoutGrouping: Grouping): readonly WeakPoint[] => {
  const grouping = groupingFor(layoutGrouping, assessment);
  const byItem = grouping === 'issue' || assessment.limits.policy === 'item';
  const weak = weakSubjects(assessment, byItem).map(([subject, level]) => ({
    subject,
    level,
    group: groupOf(subject, level, grouping, assessment),
  }));
  if (weak.length === 0) return [];
  return groupOrder(grouping, assessment).flatMap((id): readonly WeakPoint[] => {
    const own = weak.filter(({ group }) => group.id === id);
    if (own.length === 0 && grouping === 'issue')
      return [{ subject: { kind: 'issue', id }, level: 'maintain', group: { by: grouping, id } }];
    return LEVELS.flatMap((level) => own.filter((point) => point.level === level));
  });
};
