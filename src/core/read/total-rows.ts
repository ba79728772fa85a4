import type { InstrumentId, RuleSet } from '../rule-set';
import type { Subject } from './reading';

/** A row of a score table with what its label is about; `isGrand` where the label says that it sums up everything. */
export type LabelledRow = { readonly row: number; readonly subject: Subject; readonly isGrand: boolean };

/** What a row of totals is about, null where that is nothing scored, and whether it may be a sum instead of a score. */
export type TotalRow = { readonly subject: Subject | null; readonly mayBeSum: boolean };

const instrumentOf = (subject: Subject, ruleSet: RuleSet): InstrumentId | undefined => {
  switch (subject.kind) {
    case 'total':
      return undefined;
    case 'instrument':
    case 'part':
      return subject.instrument;
    case 'indicator':
      return ruleSet.indicators.find(({ id }) => id === subject.indicator)?.instrument;
    case 'subIndicator': {
      const indicator = ruleSet.subIndicators.find(({ id }) => id === subject.id)?.indicator;
      return ruleSet.indicators.find(({ id }) => id === indicator)?.instrument;
    }
    case 'item':
      return ruleSet.items.find(({ id }) => id === subject.id)?.instrument;
  }
};

const isTotal = ({ subject }: LabelledRow): boolean => subject.kind === 'total';

const subjectOf = (rows: readonly LabelledRow[], at: number, ruleSet: RuleSet): Subject | null => {
  const previous = rows.slice(0, at).map(isTotal).lastIndexOf(true);
  const above = rows.slice(previous + 1, at);
  const sumsAll = rows[at]?.isGrand === true || above.length === 0;
  const summed = sumsAll ? rows : above;
  const [instrument, ...others] = new Set(
    summed.flatMap(({ subject }) => instrumentOf(subject, ruleSet) ?? []),
  );
  if (instrument === undefined || others.length + 1 === ruleSet.instruments.length) return { kind: 'total' };
  // After other subtotals a last one may just as well be the total.
  const isOpen = !sumsAll && previous >= 0 && !rows.slice(at + 1).some(isTotal);
  if (others.length > 0 || isOpen) return null;
  // A mean of some items is no score of their instrument.
  const kinds = new Set(summed.map(({ subject }) => subject.kind));
  return kinds.has('indicator') && !kinds.has('item') && !kinds.has('subIndicator')
    ? { kind: 'instrument', instrument }
    : null;
};

/**
 * What each row of totals in a table sums up: the agency's total where all instruments stand above it, an instrument's
 * score under its indicators, and nothing that is known under a choice of items.
 */
export const settleTotals = (
  rows: readonly LabelledRow[],
  ruleSet: RuleSet,
): ReadonlyMap<number, TotalRow> => {
  const mayBeSum = rows.some(({ subject }) => !['total', 'instrument', 'part'].includes(subject.kind));
  return new Map(
    rows.flatMap((labelled, at): readonly (readonly [number, TotalRow])[] =>
      isTotal(labelled) ? [[labelled.row, { subject: subjectOf(rows, at, ruleSet), mayBeSum }]] : [],
    ),
  );
};
