import type { CellRef } from '../cell-address';
import { cellName } from '../cell-address';
import type { RuleSet } from '../rule-set';
import type { SheetSnapshot } from '../snapshot';
import { seriesName, settleContest, type ReadSeries } from './competing-series';
import { findGrade, findTotals, gradeInTable } from './find-statements';
import type { PlacedSeries } from './place-tables';
import { readTable, type TableReading } from './read-table';
import { readingIssue, type AgencyReading, type ReadFigure, type ReadingIssue } from './reading';
import type { TableRows } from './table-rows';

/** Either what one agency and year says, or the versions of its scores among which only the user can choose. */
export type GroupReading =
  | { readonly kind: 'reading'; readonly reading: AgencyReading }
  | { readonly kind: 'rivals'; readonly rivals: readonly ReadSeries[] }
  | { readonly kind: 'nothing' };

const isScore = ({ status, figure }: ReadFigure): boolean => status === 'scored' && figure === 'score';

const FEWEST_FRACTIONS = 3;

/**
 * Scores that were all typed as shares of one, `0.9456`, are read as hundredths: no agency has every score below one.
 * Cells that are formatted as percents are so already.
 */
const withoutFractions = (reading: TableReading): TableReading => {
  const isPlain = ({ status, figure, factor }: ReadFigure): boolean =>
    status === 'scored' && figure === 'score' && factor !== 100;
  const plain = reading.figures.filter(isPlain);
  const values = plain.map(({ value }) => value ?? 0);
  const [first] = plain;
  const areFractions =
    values.length >= FEWEST_FRACTIONS &&
    values.every((value) => value <= 1) &&
    values.filter((value) => value > 0 && value < 1).length >= FEWEST_FRACTIONS;
  if (!areFractions || first === undefined || plain.some(({ factor }) => factor === null)) return reading;
  return {
    figures: reading.figures.map((figure) =>
      isPlain(figure) ? { ...figure, value: (figure.value ?? 0) * 100, factor: 100 } : figure,
    ),
    issues: [...reading.issues, readingIssue('fractions', first.cell, String(values.length))],
  };
};

const rowList = (rows: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const row of [...new Set(rows)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`)).join(', ');
};

/** What the user should know of where the scores were read: hidden sheets and rows, and versions that were not used. */
const remarksOn = (
  figures: readonly ReadFigure[],
  lost: readonly ReadSeries[],
  sheets: readonly SheetSnapshot[],
): readonly ReadingIssue[] => {
  const hidden = sheets.flatMap((sheet): readonly ReadingIssue[] => {
    const own = figures.filter((figure) => figure.cell.sheet === sheet.name && isScore(figure));
    const [first] = own;
    if (first === undefined) return [];
    if (sheet.visibility !== 'visible') return [readingIssue('hiddenSheet', first.cell, sheet.name)];
    const rows = own.map(({ cell }) => cell.row).filter((row) => sheet.hiddenRows.has(row));
    const [top] = rows;
    return top === undefined
      ? []
      : [
          readingIssue(
            'hiddenRows',
            { sheet: sheet.name, row: Math.min(...rows), column: first.cell.column },
            rowList(rows),
          ),
        ];
  });
  const others = lost.flatMap((entry): readonly ReadingIssue[] => {
    const [first] = entry.reading.figures;
    return first === undefined ? [] : [readingIssue('otherTable', first.cell, seriesName(entry))];
  });
  return [...hidden, ...others];
};

const uniqueIssues = (issues: readonly ReadingIssue[]): readonly ReadingIssue[] => [
  ...new Map(issues.map((issue) => [`${issue.code}|${cellName(issue.cell)}`, issue] as const)).values(),
];

/** Reads the series of one agency and year under that year's rules. */
export const readGroup = (
  group: readonly PlacedSeries[],
  ruleSet: RuleSet,
  sheets: readonly SheetSnapshot[],
  rowsOf: (series: PlacedSeries, ruleSet: RuleSet) => TableRows,
  /** Whether a sheet speaks of this agency alone, so that its loose statements are this agency's. */
  isOwnSheet: (name: string) => boolean,
  chosenRange: string | null,
): GroupReading => {
  const all = group
    .map((series, number): ReadSeries => {
      const { table, columns } = series;
      const reading = withoutFractions(
        readTable({ table, columns, number }, rowsOf(series, ruleSet), ruleSet),
      );
      const isHidden = sheets.find(({ name }) => name === table.sheet.name)?.visibility !== 'visible';
      return { series, reading, isHidden };
    })
    .filter((entry) => chosenRange === null || seriesName(entry) === chosenRange);
  // Of several columns under words for scores one may hold nothing but words.
  const withScores = new Set(
    all.filter(({ reading }) => reading.figures.some(isScore)).map(({ series }) => series.table),
  );
  const entries = all.filter(
    ({ series, reading }) => !withScores.has(series.table) || reading.figures.some(isScore),
  );
  const { used, lost, rivals } = settleContest(entries);
  if (rivals.length > 0) return { kind: 'rivals', rivals };
  const figures = used.flatMap(({ reading }) => reading.figures);
  const [first] = group;
  if (first === undefined || !figures.some(isScore)) return { kind: 'nothing' };
  const scoreSheets = sheets.filter(
    ({ name }) => isOwnSheet(name) && used.some(({ series }) => series.table.sheet.name === name),
  );
  const totals = findTotals(
    scoreSheets,
    group.map(({ table }) => table),
    group.length,
    ruleSet,
  );
  const grade = used
    .map(({ series }) => gradeInTable(series.table, series.columns, ruleSet))
    .find((each) => each !== null);
  const named = group.find(({ yearCell }) => yearCell !== null) ?? first;
  const issues = used.flatMap(({ reading }) => reading.issues);
  return {
    kind: 'reading',
    reading: {
      agency: first.agency,
      agencyCell: first.agencyCell,
      fiscalYear: ruleSet.fiscalYear,
      yearCell: named.yearCell,
      figures: [...figures, ...totals],
      grade: findGrade(scoreSheets, ruleSet) ?? grade ?? null,
      issues: uniqueIssues([...issues, ...remarksOn(figures, lost, sheets)]),
    },
  };
};

/** Cells of a rival that show the user which version it is. */
export const samplesOf = ({
  reading,
}: ReadSeries): readonly { readonly cell: CellRef; readonly value: number }[] =>
  reading.figures
    .flatMap(({ cell, value, figure }) => (figure === 'score' && value !== null ? [{ cell, value }] : []))
    .slice(0, 3);
