import type { CellRef } from '../../cell-address';
import {
  adviceBySubject,
  readAdvice,
  type Advice,
  type AdviceState,
  type ReadAdvice,
} from '../../measures/advice';
import { cellOfRole, findKeyedTable, type KeyedRow } from '../../measures/keyed-table';
import { layoutFor, type DocumentLayout } from '../../measures/layouts';
import { isSameSubject, type PointSubject } from '../../measures/weak-points';
import { quoted } from '../sheet-parts';
import { subjectLabel, type DocumentBasis, type DocumentContext } from './document-context';
import type { PrintRow } from './print-sheet';
import { layoutColumns, sideColumns, tableFrame } from './table-columns';
import {
  isKeyed,
  layTable,
  referenceTo,
  type DocumentValue,
  type LaidTable,
  type TableDocument,
  type TableRow,
} from './table-document';

/** Rows that wait for what is pasted; more may come below them. */
const BLANK_ROWS = 15;

/** The recommendations of the assessor as a workbook has them, and the table in which they stand. */
export type AdviceInWorkbook = ReadAdvice & { readonly laid: LaidTable };

const keyOf = (id: string, { texts }: DocumentBasis): string => texts.documents.key.other('advice', id);

/** Rows about the year of the scores: by their key, and those without one like the row above them. */
const rowsOfYear = (rows: readonly KeyedRow[], context: DocumentBasis): readonly KeyedRow[] => {
  const own = keyOf(`${context.assessment.fiscalYear}-`, context);
  let isOwn = true;
  return rows.filter(({ key }) => {
    isOwn = key === null ? isOwn : key.startsWith(own);
    return isOwn;
  });
};

const labelsOf = ({ matched, unmatched }: ReadAdvice, row: KeyedRow, context: DocumentBasis): string => {
  const { unknown } = context.texts.documents.advice;
  return [
    ...matched
      .filter((entry) => entry.row.row === row.row)
      .map(({ subject }) => subjectLabel(subject, context)),
    ...(unmatched.some((one) => one.row === row.row) ? [unknown] : []),
  ].join('\n');
};

/** Whether a cell of ours may be written anew: it is blank, or says what we say in it. */
const isOursIn = (context: DocumentBasis): ((text: string) => boolean) => {
  const { ruleSet } = context.assessment;
  const subjects: readonly PointSubject[] = [
    ...ruleSet.indicators.map(({ id }) => ({ kind: 'indicator' as const, indicator: id })),
    ...ruleSet.items.map(({ id }) => ({ kind: 'item' as const, id })),
  ];
  const known = new Set([
    context.texts.documents.advice.unknown,
    ...subjects.map((subject) => subjectLabel(subject, context)),
  ]);
  return (text) => text === '' || text.split('\n').every((line) => known.has(line));
};

/** The table as it is found and laid, whatever stands in it. */
const frameOf = (layout: DocumentLayout, context: DocumentBasis): Omit<TableDocument, 'rows'> => {
  const { assessment, texts } = context;
  return {
    ...tableFrame(layout, texts.documents.subtitle(assessment.agency, assessment.fiscalYear), context),
    columns: [
      ...layoutColumns(layout, context).map((column) =>
        // Text that is pasted into the narrow first column must not make its row as high as a page.
        column.role === 'code' ? { ...column, style: 'documentLine' as const } : column,
      ),
      ...sideColumns(context, ['match']),
    ],
    status: null,
  };
};

const blankRows = (context: DocumentBasis): readonly TableRow[] =>
  Array.from({ length: BLANK_ROWS }, (_, index) => ({
    key: keyOf(`${context.assessment.fiscalYear}-${String(index + 1).padStart(2, '0')}`, context),
    values: new Map(),
  }));

/** The table into which the assessor's recommendations are pasted, with the item that each was understood to be about. */
export const adviceTable = (layout: DocumentLayout, context: DocumentContext): TableDocument =>
  context.advice?.laid.document ?? { ...frameOf(layout, context), rows: blankRows(context) };

/** The recommendations that a workbook has; null where it has no table of them. */
export const adviceInWorkbook = (context: DocumentBasis): AdviceInWorkbook | null => {
  const { assessment, data, snapshot, texts } = context;
  const layout = layoutFor(data.layouts, 'advice', assessment.fiscalYear);
  if (layout === undefined) return null;
  const frame = frameOf(layout, context);
  const found = findKeyedTable(snapshot, frame);
  if (found === undefined) return null;
  const rows = rowsOfYear(found.rows, context);
  const read = readAdvice(rows, assessment.ruleSet);
  const isOurs = isOursIn(context);
  const document: TableDocument = {
    ...frame,
    rows: rows.some(({ key }) => key !== null) ? [] : blankRows(context),
    staleValues: (row) =>
      rows.some((own) => own.row === row.row) && isOurs(row.texts.get('match') ?? '')
        ? new Map<string, DocumentValue>([['match', labelsOf(read, row, context)]])
        : new Map(),
  };
  return { ...read, laid: layTable(snapshot, document, found, texts.freeSheetName) };
};

/** A recommendation in a cell of its own is followed live; one with its code before it is written without the code. */
const adviceValue = (
  { subject, text, row, isWhole }: Advice,
  { laid }: AdviceInWorkbook,
  { texts }: DocumentBasis,
): DocumentValue => {
  const head = texts.documents.advice.printed(subject);
  const column = laid.columns.get('advice');
  const entry = laid.rows.find((one) => one.row === row.row);
  if (!isWhole || column === undefined || entry === undefined) return `${head}${text}`;
  const cell = referenceTo(laid, entry, column, quoted(entry.key ?? ''));
  return {
    formula: `${quoted(head)}&${isKeyed(laid, entry) ? `IFERROR(${cell},"")` : cell}`,
    value: `${head}${row.texts.get('advice') ?? ''}`,
  };
};

/** What the assessor recommends, printed across the page below what it is about and marked as theirs. */
export const adviceRows = (
  entries: readonly Advice[],
  columns: number,
  context: DocumentContext,
): readonly PrintRow[] => {
  const { advice } = context;
  return advice === null
    ? []
    : entries.map((entry) => ({
        key: null,
        cells: [{ column: 0, columns, value: adviceValue(entry, advice, context), style: 'documentText' }],
      }));
};

/** What is recommended about one item or indicator itself. */
export const adviceAbout = (subject: PointSubject, { advice }: DocumentContext): readonly Advice[] =>
  advice?.matched.filter((entry) => isSameSubject(entry.subject, subject)) ?? [];

/** What is recommended for each of the points of a document. */
export const adviceOn = <Point extends { readonly subject: PointSubject }>(
  points: readonly Point[],
  { advice, assessment }: DocumentContext,
): ((point: Point) => readonly Advice[]) => {
  const { of } = adviceBySubject(points, advice?.matched ?? [], assessment);
  return (point) => of.get(point) ?? [];
};

/** Cell to go to for a row of the table. */
const cellOf = ({ row }: KeyedRow, { laid }: AdviceInWorkbook): CellRef =>
  cellOfRole(laid, row, 'advice') ?? { sheet: laid.sheet, row, column: laid.range.left };

/** The recommendations of a workbook with their cells. */
export const adviceState = (advice: AdviceInWorkbook): AdviceState => ({
  matched: advice.matched.map(({ subject, text, row }) => ({ subject, text, cell: cellOf(row, advice) })),
  unmatched: advice.unmatched.map((row) => cellOf(row, advice)),
});

/** Recommendations about things for which no point of a document stands, with their cells. */
export const unansweredAdvice = (
  points: readonly { readonly subject: PointSubject }[],
  context: DocumentContext,
): readonly { readonly label: string; readonly cell: CellRef }[] => {
  const { advice, assessment } = context;
  if (advice === null) return [];
  return adviceBySubject(points, advice.matched, assessment).rest.map(({ subject, row }) => ({
    label: subjectLabel(subject, context),
    cell: cellOf(row, advice),
  }));
};
