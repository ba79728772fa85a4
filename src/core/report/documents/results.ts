import { absoluteRangeA1, quotedSheet } from '../../cell-address';
import { KEY } from '../../measures/keyed-table';
import type { DocumentLayout } from '../../measures/layouts';
import { DOCUMENT_NAMES } from '../../our-names';
import { compact } from '../../read/vocabulary';
import { roundHalfUp } from '../../text/numbers';
import { quoted } from '../sheet-parts';
import { layoutColumns, sideColumns, subjectLabel, type DocumentContext } from './document-context';
import { offered, unitChoices, type KeyedPoint } from './measures';
import type { DocumentValue, LaidRow, LaidTable, TableDocument, TableRow } from './table-document';

const TAB = '00B050';
/** Roles that a report takes over from the measures. */
const TAKEN = ['measure', 'steps', 'responsible', 'period'] as const;
const LONGEST_KEY = 24;

/** The indicator with the lowest printed score, the first of equal ones; null without scores. */
export const lowestIndicator = ({ assessment }: DocumentContext): number | null => {
  const { decimals } = assessment.ruleSet.scale;
  const scored = assessment.indicators.flatMap(({ id, score }) =>
    score === null ? [] : [{ id, printed: roundHalfUp(score, decimals) }],
  );
  const least = Math.min(...scored.map(({ printed }) => printed));
  return scored.find(({ printed }) => printed === least)?.id ?? null;
};

const indicatorOf = ({ subject }: KeyedPoint, { assessment }: DocumentContext): number | undefined =>
  subject.kind === 'indicator'
    ? subject.indicator
    : assessment.ruleSet.items.find(({ id }) => id === subject.id)?.indicator;

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
  const keys = points.filter((point) => indicatorOf(point, context) === lowest).map(({ key }) => key);
  const chosen = saying.filter(({ key }) => key !== null && keys.includes(key));
  return chosen.length > 0 ? chosen : saying.slice(0, 1);
};

/** A text of the measures, live over their table by the row's key; a row without one is taken over as it stands. */
const takenValue = (measures: LaidTable, row: LaidRow, role: string): DocumentValue => {
  const value = row.texts.get(role) ?? '';
  const [own, keys] = [measures.columns.get(role), measures.columns.get(KEY)];
  if (own === undefined) return '';
  if (keys === undefined || row.key === null) return value;
  const cells = (column: number): string =>
    `${quotedSheet(measures.sheet)}!${absoluteRangeA1({ top: measures.range.top + 1, left: column, bottom: measures.range.bottom, right: column })}`;
  return {
    formula: `IFERROR(INDEX(${cells(own)},MATCH(${quoted(row.key)},${cells(keys)},0))&"","")`,
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
  const key = keyOf(row, context);
  const point = points.find((one) => one.key === row.key);
  const indicator = point === undefined ? undefined : indicatorOf(point, context);
  return {
    key,
    values: new Map<string, DocumentValue>([
      ...TAKEN.map((role) => [role, takenValue(measures, row, role)] as const),
      ['subject', indicator === undefined ? '' : subjectLabel({ kind: 'indicator', indicator }, context)],
      ['output', ''],
      ['outcome', ''],
      ['advice', ''],
      ['round', ''],
      ['progress', documents.progress[0]],
      ['evidence', ''],
      ['key', key],
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
  const names = DOCUMENT_NAMES.results;
  // What the measures have no column for is the officer's to fill in here.
  const isTaken = (role: string): boolean =>
    TAKEN.some((taken) => taken === role) && measures.columns.has(role);
  return {
    anchor: names.sheet,
    table: names.table,
    sheetTitle: documents.sheet.results,
    heading: [
      layout.title,
      documents.forYear(assessment.agency, assessment.fiscalYear + 1),
      documents.hint.results,
    ],
    columns: [
      ...layoutColumns(layout, context, isTaken, (role) =>
        role === 'responsible' ? unitChoices(context) : null,
      ),
      ...sideColumns(context, ['round', 'progress', 'evidence'], (role) => {
        if (role === 'round') return offered(documents.roundOf);
        return role === 'progress' ? offered(documents.progress) : null;
      }),
    ],
    rows: reported(layout, measures, points, context).map((row) => rowFor(row, measures, points, context)),
    staleValues: () => new Map(),
    status: null,
    orientation: layout.orientation,
    tab: TAB,
  };
};
