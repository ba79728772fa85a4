import type { InstrumentId, RuleSet } from '../rule-set';
import type { CellPosition } from '../cell-address';
import type { ItemCodeReading } from '../text/item-codes';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { guessIndicator, itemNamed, readLabel } from './labels';
import { readingIssue, type ReadingIssue, type Recognised, type Subject } from './reading';
import { resolveCodes } from './resolve-codes';
import { cellOf, columnsOf, type ScoreTable } from './score-table';
import { filledColumns, holdsScore, mergedTextAt, splitCodeAt, textAt } from './sheet-text';
import { settleTotals } from './total-rows';
import { compact, instrumentNamed, isGrandTotalLabel } from './vocabulary';

/** What the text of a row says that the row is about. */
type RowLabel = { readonly position: CellPosition; readonly text: string; readonly by: Recognised };

type Row = {
  readonly row: number;
  readonly instrument: InstrumentId | null;
  readonly subject: Subject | null;
  readonly code: readonly ItemCodeReading[] | null;
  readonly label: RowLabel;
};

type OwnRow = Row & { readonly subject: Subject };

/** A row of a score table with what it is about. */
export type SubjectRow = OwnRow & { readonly mayBeSum: boolean };

/** The body of a table: every row with its instrument, those that are about something scored, and what is amiss. */
export type TableRows = {
  readonly all: readonly {
    readonly row: number;
    readonly instrument: InstrumentId | null;
    readonly isTotal: boolean;
  }[];
  readonly subjects: readonly SubjectRow[];
  readonly issues: readonly ReadingIssue[];
};

const ROWS_OF_TITLE = 3;

/** Instrument that the title rows right above a table name, or its sheet. */
const titleInstrument = (table: ScoreTable, officers: ScoreTable['sheet']): InstrumentId | null => {
  const bottom = table.turnedFrom === null ? table.headerRow : table.area.top;
  for (let row = bottom; row >= Math.max(0, table.area.top - ROWS_OF_TITLE); row -= 1) {
    const text = filledColumns(officers, row, table.area.left, table.area.right)
      .map((column) => textAt(officers, { row, column }))
      .join(' ');
    const named = instrumentNamed(text);
    if (named !== null) return named;
  }
  return instrumentNamed(officers.name);
};

const labelColumns = (table: ScoreTable): readonly number[] => {
  const subjects = columnsOf(table, 'subject').map(({ column }) => column);
  const instruments = columnsOf(table, 'instrument').map(({ column }) => column);
  return [...subjects, ...instruments];
};

/** Text of a label; a code that is split over two cells is put together. */
const labelText = (table: ScoreTable, row: number, column: number): string => {
  const isScore = columnsOf(table, 'score', 'weighted', 'groupScore').some(
    (score) => score.column === column + 1,
  );
  const code = isScore ? undefined : splitCodeAt(table.sheet, { row, column });
  return code ?? textAt(table.sheet, { row, column });
};

const readRow = (table: ScoreTable, row: number, above: InstrumentId | null, ruleSet: RuleSet): Row => {
  const { sheet } = table;
  const named = columnsOf(table, 'instrument')
    .map(({ column }) => instrumentNamed(mergedTextAt(sheet, { row, column })))
    .find((instrument) => instrument !== null);
  const instrument = named ?? above;
  // A head says of all the names below it what each of them would say of itself.
  const heads = columnsOf(table, 'subject').flatMap(({ column, header }) =>
    /^ตัวชี้วัดย่อย/.test(compact(header)) ? [column] : [],
  );
  const labels = labelColumns(table).flatMap((column) => {
    const text = labelText(table, row, column);
    const said = heads.includes(column) ? `ตัวชี้วัดย่อย ${text}` : text;
    const label = text === '' ? null : readLabel(said, ruleSet, instrument);
    return label === null ? [] : [{ label, text: withPlainSpaces(text), position: { row, column } }];
  });
  // A row's own subject stands before the instrument that only groups it.
  const own =
    labels.find(({ label }) => label.kind === 'code' || label.subject.kind !== 'instrument') ?? labels[0];
  if (own === undefined) return unlabelled(table, row, instrument, ruleSet);
  const { position, text, label } = own;
  if (label.kind === 'code') {
    const by = label.readings.some(({ letter }) => letter === 'printed') ? 'code' : 'codeInContext';
    return { row, instrument, subject: null, code: label.readings, label: { position, text, by } };
  }
  const { subject, by } = label;
  const next = subject.kind === 'instrument' ? subject.instrument : instrument;
  return { row, instrument: next, subject, code: null, label: { position, text, by } };
};

/** A row without a code or the name of an indicator may still bear the name of an item. */
const unlabelled = (
  table: ScoreTable,
  row: number,
  instrument: InstrumentId | null,
  ruleSet: RuleSet,
): Row => {
  for (const { column } of columnsOf(table, 'subject')) {
    const text = textAt(table.sheet, { row, column });
    const id = text === '' ? null : itemNamed(text, ruleSet, instrument);
    if (id === null) continue;
    const label = { position: { row, column }, text: withPlainSpaces(text), by: 'name' as const };
    return { row, instrument, subject: { kind: 'item', id }, code: null, label };
  }
  const label = { position: { row, column: 0 }, text: '', by: 'name' as const };
  return { row, instrument, subject: null, code: null, label };
};

const readRows = (table: ScoreTable, officers: ScoreTable['sheet'], ruleSet: RuleSet): readonly Row[] => {
  const rows: Row[] = [];
  let instrument = titleInstrument(table, officers);
  for (let row = table.headerRow + 1; row < table.endRow; row += 1) {
    const read = readRow(table, row, instrument, ruleSet);
    instrument = read.instrument;
    rows.push(read);
  }
  return rows;
};

/** Under the word «ตัวชี้วัด» plain numbers are those of indicators, where nothing else says what the rows are about. */
const withNumberedIndicators = (
  table: ScoreTable,
  rows: readonly Row[],
  ruleSet: RuleSet,
): readonly Row[] => {
  if (rows.some(({ subject, code }) => subject !== null || code !== null)) return rows;
  const column = columnsOf(table, 'subject').find(({ header }) =>
    /^(ตัวชี้วัด(ที่)?|indicator)$/.test(compact(header)),
  );
  if (column === undefined) return rows;
  return rows.map((row) => {
    const text = withPlainSpaces(textAt(table.sheet, { row: row.row, column: column.column }));
    const id = Number(withArabicDigits(text).replace(/[.)]$/, ''));
    if (text === '' || !ruleSet.indicators.some((indicator) => indicator.id === id)) return row;
    const label = { position: { row: row.row, column: column.column }, text, by: 'number' as const };
    return { ...row, subject: { kind: 'indicator', indicator: id }, label };
  });
};

const FEWEST_NAMES = 3;

/** In a list of indicators a name that is cut off or badly mistyped is the one that the others leave. */
const withGuessedIndicators = (table: ScoreTable, rows: readonly Row[], ruleSet: RuleSet): readonly Row[] => {
  const named = new Set(
    rows.flatMap(({ subject }) => (subject?.kind === 'indicator' ? [subject.indicator] : [])),
  );
  if (named.size < FEWEST_NAMES || named.size === ruleSet.indicators.length) return rows;
  const scores = columnsOf(table, 'score').map(({ column }) => column);
  return rows.map((row) => {
    if (row.subject !== null || row.code !== null || !holdsScore(table.sheet, row.row, scores)) return row;
    for (const { column } of columnsOf(table, 'subject')) {
      const text = textAt(table.sheet, { row: row.row, column });
      const indicator = guessIndicator(text, ruleSet, (id) => named.has(id));
      if (indicator === null) continue;
      const label = {
        position: { row: row.row, column },
        text: withPlainSpaces(text),
        by: 'similarName' as const,
      };
      return { ...row, subject: { kind: 'indicator', indicator }, label };
    }
    return row;
  });
};

/** Settles the codes of a table and drops what is no item of the year, with an issue for each such row. */
const withSubjects = (
  table: ScoreTable,
  rows: readonly Row[],
  ruleSet: RuleSet,
): { readonly rows: readonly OwnRow[]; readonly issues: readonly ReadingIssue[] } => {
  const coded = rows.filter((row) => row.code !== null);
  const ids = resolveCodes(
    coded.map(({ code }) => code ?? []),
    (id) => ruleSet.items.some((item) => item.id === id),
  );
  const issues: ReadingIssue[] = [];
  const subjects = new Map<number, Subject>();
  coded.forEach(({ row, label }, index) => {
    const id = ids[index]?.id ?? '';
    if (ruleSet.items.some((item) => item.id === id)) subjects.set(row, { kind: 'item', id });
    else issues.push(readingIssue('foreignItem', cellOf(table, label.position), id));
  });
  return {
    rows: rows.flatMap((row) => {
      const subject = row.subject ?? subjects.get(row.row);
      return subject === undefined ? [] : [{ ...row, subject }];
    }),
    issues,
  };
};

/** Rows with what they are about once the rows of totals are settled; a sum of scores is no score. */
const withTotals = (table: ScoreTable, rows: readonly OwnRow[], ruleSet: RuleSet): readonly SubjectRow[] => {
  const totals = settleTotals(
    rows.map(({ row, subject, label }) => ({
      row,
      subject,
      isGrand: isGrandTotalLabel(textAt(table.sheet, label.position)),
    })),
    ruleSet,
  );
  return rows.flatMap((row) => {
    const { subject, mayBeSum } = totals.get(row.row) ?? { subject: row.subject, mayBeSum: false };
    return subject === null ? [] : [{ ...row, subject, mayBeSum }];
  });
};

/** Reads what the rows of a table are about under a year's rules; `officers` is the sheet as the officer sees it. */
export const readTableRows = (
  table: ScoreTable,
  officers: ScoreTable['sheet'],
  ruleSet: RuleSet,
): TableRows => {
  const labelled = withNumberedIndicators(table, readRows(table, officers, ruleSet), ruleSet);
  const rows = withGuessedIndicators(table, labelled, ruleSet);
  const { rows: own, issues } = withSubjects(table, rows, ruleSet);
  return {
    all: rows.map(({ row, instrument, subject }) => ({
      row,
      instrument,
      isTotal: subject?.kind === 'total',
    })),
    subjects: withTotals(table, own, ruleSet),
    issues,
  };
};
