import type { CellRef } from '../cell-address';
import { agencyKey, agencyNamed } from '../read/agencies';
import { fullName, isSubjectRow, isSummaryRow } from '../read/across-tables';
import { gradeCode } from '../read/find-statements';
import { subjectKey, type ReadingIssue } from '../read/reading';
import { filledColumns, mergedTextAt, textAt } from '../read/sheet-text';
import { readTableRows } from '../read/table-rows';
import { newestRules, type RuleSet, type RuleSets } from '../rule-set';
import type { SheetSnapshot } from '../snapshot';
import { remember } from '../text/remember';
import { withPlainSpaces } from '../text/thai-digits';
import { wholeYear } from '../text/years';
import type { AgencyRow, AgencyTable } from './agency-table';
import { readScores, withRoom, type Gathered, type ScoreColumn } from './gathered-scores';
import { findAgencyRows, type AgencyRowsHead } from './find-agency-rows';

/** Where the rows of a table of agencies stand, for formulas that follow them. */
export type AgencyRowsPlace = {
  readonly sheet: string;
  /** Column of each subject, in the order of the table's subjects. */
  readonly columns: readonly number[];
  readonly labels: Pick<AgencyRowsHead['labels'], 'agency' | 'kind' | 'district' | 'province'>;
  /** Row of the sheet that each row of the table is. */
  readonly rows: readonly number[];
  /**
   * Whether formulas can use the cells as they stand: every score is a number on the scale, and none is merged, a
   * percent or text.
   */
  readonly isPlain: boolean;
  /** Rows of the table in which the type of the agency stands in a column of its own before a name without it. */
  readonly kindFirst: ReadonlySet<number>;
};

export type ReadAgencyRows = { readonly table: AgencyTable; readonly place: AgencyRowsPlace };

const BLANK_ROWS_THAT_END = 3;
/** Room is made for so many rows at once, as far as the sheet has them. */
const MOST_FIRST_ROWS = 10_000;

const scoreColumnsOf = ({ table, window }: AgencyRowsHead, ruleSet: RuleSet): readonly ScoreColumn[] => {
  const taken = new Set<string>();
  return readTableRows(table, window, ruleSet).subjects.flatMap(({ row, subject, mayBeSum }) => {
    const key = subjectKey(subject);
    if (taken.has(key)) return [];
    taken.add(key);
    return [{ column: row, subject, mayBeSum }];
  });
};

/** Column beside the names that holds nothing but years; null where there is none. */
const yearColumnOf = ({ window, labels, firstRow, table }: AgencyRowsHead): number | null =>
  labels.all.find((column) => {
    if (column === labels.agency) return false;
    const years = Array.from({ length: table.area.bottom - firstRow + 1 }, (_, index) =>
      wholeYear(mergedTextAt(window, { row: firstRow + index, column })),
    );
    return years.every((year) => year !== null);
  }) ?? null;

const plainText = remember(withPlainSpaces);

/** A table that is read row by row. */
type Reading = {
  readonly sheet: SheetSnapshot;
  readonly head: AgencyRowsHead;
  readonly ruleSets: RuleSets;
  readonly yearColumn: number | null;
  readonly fallbackYear: number | null;
  readonly hasMerges: boolean;
  readonly gradeOf: (text: string, ruleSet: RuleSet) => string | null;
  readonly byYear: Map<number, Gathered>;
};

const openReading = (
  sheet: SheetSnapshot,
  head: AgencyRowsHead,
  ruleSets: RuleSets,
  fallbackYear: number | null,
): Reading => {
  const grades = new Map<string, string | null>();
  return {
    sheet,
    head,
    ruleSets,
    fallbackYear,
    yearColumn: yearColumnOf(head),
    hasMerges: sheet.merges.some(({ bottom }) => bottom >= head.firstRow),
    gradeOf: (text, ruleSet) => {
      const key = `${ruleSet.fiscalYear} ${text}`;
      const known = grades.get(key);
      if (known !== undefined) return known;
      const grade = gradeCode(text, ruleSet) ?? null;
      grades.set(key, grade);
      return grade;
    },
    byYear: new Map(),
  };
};

/** What is gathered of a year; undefined where the year has no rules. */
const gatheredOf = (
  { byYear, ruleSets, head, hasMerges, sheet }: Reading,
  year: number,
): Gathered | undefined => {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const ruleSet = ruleSets.forYear(year);
  if (ruleSet === undefined) return undefined;
  const columns = scoreColumnsOf(head, ruleSet);
  const rows = Math.min(MOST_FIRST_ROWS, sheet.rows.length - head.firstRow);
  const scores = new Float64Array(Math.max(1, rows * columns.length));
  const fresh: Gathered = {
    ruleSet,
    columns,
    rows: [],
    at: [],
    kindFirst: new Set(),
    scores,
    isPlain: !hasMerges,
  };
  byYear.set(year, fresh);
  return fresh;
};

const textOf = ({ sheet, hasMerges }: Reading, row: number, column: number | null): string => {
  if (column === null) return '';
  const position = { row, column };
  return plainText(hasMerges ? mergedTextAt(sheet, position) : textAt(sheet, position));
};

/** A line without any score is a heading, unless it names an agency in full; a province alone is a heading. */
const namesAgency = (name: string): boolean => {
  const named = agencyNamed(name);
  return named !== null && !named.startsWith('จังหวัด');
};

/** Reads one row; whether it was one of an agency. */
const readRow = (reading: Reading, row: number): boolean => {
  const { sheet, head, yearColumn, fallbackYear } = reading;
  const year =
    yearColumn === null ? (head.year ?? fallbackYear) : wholeYear(textOf(reading, row, yearColumn));
  const into = year === null ? undefined : gatheredOf(reading, year);
  if (into === undefined) return false;
  const { agency, kind, district, province } = head.labels;
  const name = textOf(reading, row, agency);
  if (name === '' || isSummaryRow(name)) return false;
  const width = into.columns.length;
  const offset = into.rows.length * width;
  withRoom(into, offset + width);
  const issues: ReadingIssue[] = [];
  const filled = readScores(sheet, row, into, offset, issues);
  if (filled === 0 && (issues.length === 0 ? !namesAgency(name) : isSubjectRow(sheet, row, into.ruleSet)))
    return false;
  const kindText = textOf(reading, row, kind);
  const { gradeRow } = head.table;
  const full = fullName(name, kindText);
  if (full !== name) into.kindFirst.add(into.rows.length);
  into.at.push(row);
  into.rows.push({
    agency: full,
    kind: kindText,
    district: textOf(reading, row, district),
    province: textOf(reading, row, province),
    grade: gradeRow === null ? null : reading.gradeOf(textOf(reading, row, gradeRow), into.ruleSet),
    cell: { sheet: sheet.name, row, column: agency },
    findings: [],
    issues,
  });
  return true;
};

/** Reads the rows from the first below the head on; gives the first row behind the last agency. */
const readBody = (reading: Reading, ruleSet: RuleSet): number => {
  const { sheet, head } = reading;
  const firstSubject = head.table.headerRow + 1;
  let blank = 0;
  let end = head.firstRow;
  for (let row = end; row < sheet.rows.length && blank < BLANK_ROWS_THAT_END; row += 1) {
    if (readRow(reading, row)) {
      blank = 0;
      end = row + 1;
      continue;
    }
    const filled = filledColumns(sheet, row);
    if (filled.some((column) => column >= firstSubject) && isSubjectRow(sheet, row, ruleSet)) break;
    blank = filled.length === 0 ? blank + 1 : 0;
  }
  return end;
};

const withoutPutKind =
  (kindFirst: ReadonlySet<number>) =>
  (row: AgencyRow, index: number): AgencyRow =>
    kindFirst.has(index) ? { ...row, agency: row.agency.slice(row.kind.length) } : row;

const resultsOf = ({ byYear, head, sheet }: Reading): readonly ReadAgencyRows[] => {
  const { agency, kind, district, province } = head.labels;
  return [...byYear].flatMap(([fiscalYear, { columns, rows, at, kindFirst, scores, isPlain }]) => {
    if (rows.length === 0) return [];
    // Formulas of a column are alike: a type is put before every name, or before none.
    const isPut = kindFirst.size === rows.length;
    const subjects = columns.map(({ subject }) => subjectKey(subject));
    return [
      {
        table: {
          fiscalYear,
          subjects,
          rows: isPut ? rows : rows.map(withoutPutKind(kindFirst)),
          scores: scores.subarray(0, rows.length * columns.length),
        },
        place: {
          sheet: sheet.name,
          columns: columns.map(({ column }) => column),
          labels: { agency, kind, district, province },
          rows: at,
          isPlain,
          kindFirst: isPut ? kindFirst : new Set<number>(),
        },
      },
    ];
  });
};

/** What the rows of agencies on a sheet give, and the tables whose year nobody says. */
export type AgencyRowsOfSheet = {
  readonly tables: readonly ReadAgencyRows[];
  /** Cells that head tables without a year. */
  readonly yearless: readonly CellRef[];
};

/**
 * Reads the tables of a sheet that have an agency in each row and the subjects across, each under the rules of its
 * year. Thousands of rows cost no more than a look at each cell; what a cell says that is no score becomes an issue.
 */
export const readAgencyRows = (
  sheet: SheetSnapshot,
  ruleSets: RuleSets,
  options: { readonly year?: number | undefined; readonly fileName?: string | undefined },
): AgencyRowsOfSheet => {
  const tables: ReadAgencyRows[] = [];
  const yearless: CellRef[] = [];
  for (let from = 0; from < sheet.rows.length;) {
    const head = findAgencyRows(sheet, from, newestRules(ruleSets), options.fileName ?? '');
    if (head === undefined) break;
    const reading = openReading(sheet, head, ruleSets, options.year ?? null);
    const end = readBody(reading, newestRules(ruleSets));
    tables.push(...resultsOf(reading));
    if (head.year === null && reading.yearColumn === null && options.year === undefined)
      yearless.push({ sheet: sheet.name, row: head.table.headRow, column: head.labels.agency });
    from = end;
  }
  return { tables, yearless };
};

/** Whether rows of a sheet are of at least two agencies, so that the sheet is a list of agencies. */
export const namesSeveral = ({ tables }: AgencyRowsOfSheet): boolean => {
  const first = tables[0]?.table.rows[0];
  const key = first === undefined ? '' : agencyKey(first.agency);
  return tables.some(({ table }) => table.rows.some(({ agency }) => agencyKey(agency) !== key));
};
