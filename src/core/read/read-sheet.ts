import type { RuleSet } from '../rule-set';
import type { SheetSnapshot } from '../snapshot';
import { findTables } from './find-tables';
import { seriesOf } from './place-tables';
import { readTable } from './read-table';
import type { ReadFigure } from './reading';
import type { ScoreTable } from './score-table';
import { readTableRows } from './table-rows';

/**
 * The tables of one sheet that list their subjects downwards under a header, each with the figures of a year, rivals
 * apart. Tables of one row an agency have no place beside them for one agency's results.
 */
export const readSheet = (
  sheet: SheetSnapshot,
  fiscalYear: number,
  ruleSet: RuleSet,
): readonly { readonly table: ScoreTable; readonly figures: readonly ReadFigure[] }[] =>
  findTables(sheet, ruleSet).flatMap((table, number) => {
    if (table.turnedFrom !== null || table.headerRow < 0) return [];
    const rows = readTableRows(table, sheet, ruleSet);
    return seriesOf(table)
      .filter((columns) =>
        columns.every(({ year, agency }) => agency === null && (year ?? fiscalYear) === fiscalYear),
      )
      .map((columns) => ({ table, figures: readTable({ table, columns, number }, rows, ruleSet).figures }));
  });
