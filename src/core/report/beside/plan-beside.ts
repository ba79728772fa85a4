import type { Assessment } from '../../assess/assessment';
import { cellName, quotedSheet } from '../../cell-address';
import { officerSheets } from '../../own-cells';
import { subjectKey, type ReadFigure } from '../../read/reading';
import type { ScoreTable } from '../../read/score-table';
import { readSheet } from '../../read/read-sheet';
import { areaOf, textAt } from '../../read/sheet-text';
import type { SheetSnapshot, Snapshot } from '../../snapshot';
import type { AnalysisLayout } from '../analysis/layout';
import type { ReportTexts } from '../report-texts';
import { columnsBeside, type BesideTarget } from './beside-columns';
import { joinResults, placeColumns, type BesidePlan } from './place-columns';

const usedFigures = ({ items, indicators, instruments, total }: Assessment): readonly ReadFigure[] =>
  [
    ...items.map(({ figure }) => figure),
    ...indicators.map(({ given }) => given),
    ...instruments.flatMap(({ given, givenWeighted }) => [given, givenWeighted]),
    total.given,
  ].filter((figure) => figure !== null);

/** Where a table ends to the right: its headers stand side by side, some of them over merged columns. */
const rightEdge = ({ sheet, headerRow, columns }: ScoreTable): number => {
  const right = (column: number): number => areaOf(sheet, { row: headerRow, column }).right;
  let edge = Math.max(...columns.map(({ column }) => right(column)));
  while (textAt(sheet, { row: headerRow, column: edge + 1 }) !== '') edge = right(edge + 1);
  return edge;
};

/** What a row is about: its indicator, item or total; an instrument (or a part of one) only where it has the row for itself. */
const ownFigures = (figures: readonly ReadFigure[]): readonly ReadFigure[] => {
  const own = figures.filter(({ subject: { kind } }) => kind !== 'instrument' && kind !== 'part');
  const chosen = own.length > 0 ? own : figures;
  const keys = chosen.map(({ subject }) => subjectKey(subject));
  return chosen.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
};

/** A row of an item or an indicator is one even without its score; a sentence may name an instrument. */
const belongsToTable = ({ figure, status, subject: { kind } }: ReadFigure): boolean =>
  figure !== 'rank' && (status === 'scored' || kind === 'item' || kind === 'indicator');

/**
 * The tables of a sheet from which figures were used, with all their rows: an item may be printed in several. Tables
 * with several subjects in a row have no room for ours beside.
 */
const targetsOn = (
  sheet: SheetSnapshot,
  used: readonly ReadFigure[],
  { fiscalYear, ruleSet }: Assessment,
): readonly BesideTarget[] =>
  readSheet(sheet, fiscalYear, ruleSet).flatMap(({ table, figures }) => {
    const read = figures.filter(belongsToTable);
    const isUsed = read.some(({ cell }) => used.some((other) => cellName(other.cell) === cellName(cell)));
    const rows = [...new Set(read.map(({ cell }) => cell.row))]
      .sort((a, b) => a - b)
      .map((row) => ownFigures(read.filter(({ cell }) => cell.row === row)));
    if (!isUsed || rows.some((row) => row.length > 1)) return [];
    return [{ table, figures: rows.flat(), left: rightEdge(table) + 1 }];
  });

/**
 * Plans columns right beside the officer's own tables, as formulas over the analysis sheet. Only cells that are empty,
 * or that hold what an earlier run wrote there, are written; which others would be needed is said.
 */
export const planBeside = (
  snapshot: Snapshot,
  assessment: Assessment,
  layout: AnalysisLayout,
  texts: ReportTexts,
  analysisSheet: string,
): BesidePlan => {
  const context = { assessment, layout, texts, analysis: `${quotedSheet(analysisSheet)}!` };
  const used = usedFigures(assessment);
  const results = officerSheets(snapshot).map((sheet) => {
    const raw = snapshot.sheets.find(({ name }) => name === sheet.name) ?? sheet;
    const targets = targetsOn(sheet, used, assessment).map((target) => ({
      left: target.left,
      columns: columnsBeside(target, context),
    }));
    return { name: sheet.name, ...placeColumns(snapshot, sheet, raw, targets) };
  });
  return joinResults(results);
};
