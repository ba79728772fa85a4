import type { DocumentLayout } from '../../measures/layouts';
import { indicatorOfSubject } from '../../measures/weak-points';
import { compact } from '../../read/vocabulary';
import { roundHalfUp } from '../../text/numbers';
import { quoted } from '../sheet-parts';
import { subjectLabel, type DocumentContext } from './document-context';
import type { KeyedPoint } from './measures';
import { layoutColumns, offered, sideColumns, tableFrame, unitChoices } from './table-columns';
import {
  isKeyed,
  referenceTo,
  type DocumentValue,
  type LaidRow,
  type LaidTable,
  type TableDocument,
  type TableRow,
} from './table-document';

/** Roles that a report takes over from the measures. */
const TAKEN = ['measure', 'steps', 'responsible', 'period'] as const;
const LONGEST_KEY = 24;

/** The indicator with the lowest printed score, the first of equal ones; null without scores. */
const lowestIndicator = ({ assessment }: DocumentContext): number | null => {
  const { decimals } = assessment.ruleSet.scale;
  const scored = assessment.indicators.flatMap(({ id, score }) =>
    score === null ? [] : [{ id, printed: roundHalfUp(score, decimals) }],
  );
  const least = Math.min(...scored.map(({ printed }) => printed));
  return scored.find(({ printed }) => printed === least)?.id ?? null;
};

/** Measures that are reported on: all, or those for the one indicator that is chosen. */
const reported = (
  layout: DocumentLayout,
  measures: LaidTable,
  points: readonly KeyedPoint[],
  context: DocumentContext,
): readonly LaidRow[] => {
  const saying = measures.rows.filter((row) => (row.texts.get('measure') ?? '').trim() !== '');
  if (layout.shows === 'all') return saying;
  const lowest = lowestIndicator(context);
  const keys = points
    .filter(({ subject }) => indicatorOfSubject(subject, context.assessment) === lowest)
    .map(({ key }) => key);
  const chosen = saying.filter(({ key }) => key !== null && keys.includes(key));
  return chosen.length > 0 ? chosen : saying.slice(0, 1);
};

/** A text of the measures, live over their table by the row's key; a row without one is taken over as it stands. */
const takenValue = (measures: LaidTable, row: LaidRow, role: string): DocumentValue => {
  const value = row.texts.get(role) ?? '';
  const column = measures.columns.get(role);
  if (column === undefined) return '';
  if (!isKeyed(measures, row)) return value;
  return {
    formula: `IFERROR(${referenceTo(measures, row, column, quoted(row.key ?? ''))}&"","")`,
    value,
  };
};

/** Key of the report on a measure: that of the measure, or the beginning of what an officer's own one says. */
const keyOf = (row: LaidRow, { texts }: DocumentContext): string =>
  texts.documents.key.other(
    'results',
    row.key ?? compact(row.texts.get('measure') ?? '').slice(0, LONGEST_KEY),
  );

const rowFor = (
  row: LaidRow,
  measures: LaidTable,
  points: readonly KeyedPoint[],
  context: DocumentContext,
): TableRow => {
  const { documents } = context.texts;
  const point = points.find((one) => one.key === row.key);
  const indicator = point === undefined ? undefined : indicatorOfSubject(point.subject, context.assessment);
  return {
    key: keyOf(row, context),
    values: new Map<string, DocumentValue>([
      ...TAKEN.map((role) => [role, takenValue(measures, row, role)] as const),
      ['subject', indicator === undefined ? '' : subjectLabel({ kind: 'indicator', indicator }, context)],
      ['output', ''],
      ['outcome', ''],
      ['advice', ''],
      ['round', ''],
      ['progress', documents.progress[0]],
      ['evidence', ''],
    ]),
  };
};

/** The report of results as a table in which officers work: the measures, and what each has brought. */
export const resultsTable = (
  layout: DocumentLayout,
  measures: LaidTable,
  points: readonly KeyedPoint[],
  context: DocumentContext,
): TableDocument => {
  const { assessment, texts } = context;
  const { documents } = texts;
  // What the measures have no column for is the officer's to fill in here.
  const isTaken = (role: string): boolean =>
    TAKEN.some((taken) => taken === role) && measures.columns.has(role);
  return {
    ...tableFrame(layout, documents.forYear(assessment.agency, assessment.fiscalYear + 1), context),
    columns: [
      ...layoutColumns(
        layout,
        context,
        (role) => (role === 'responsible' ? unitChoices(context) : null),
        isTaken,
      ),
      ...sideColumns(context, ['round', 'progress', 'evidence'], (role) => {
        if (role === 'round') return offered(documents.roundOf);
        return role === 'progress' ? offered(documents.progress) : null;
      }),
    ],
    rows: reported(layout, measures, points, context).map((row) => rowFor(row, measures, points, context)),
    status: null,
  };
};
