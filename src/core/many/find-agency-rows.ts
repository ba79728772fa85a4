import type { CellRef } from '../cell-address';
import { agencyKey } from '../read/agencies';
import { agencyLabels, findAcross, type AgencyLabels } from '../read/across-tables';
import { placeTables } from '../read/place-tables';
import { mayHoldScores } from '../read/recognise';
import type { ScoreTable } from '../read/score-table';
import type { RuleSet } from '../rule-set';
import type { SheetSnapshot } from '../snapshot';

/** A table with an agency in each row and what is scored across it, as its first rows show it. */
export type AgencyRowsHead = {
  /** The sheet with the head and the first rows of the table only. */
  readonly window: SheetSnapshot;
  readonly table: ScoreTable;
  readonly labels: AgencyLabels & { readonly agency: number };
  readonly firstRow: number;
  /** Year that stands over the table, in the sheet's name or in the file's; null where the rows or nobody says it. */
  readonly year: number | null;
  readonly yearCell: CellRef | null;
};

/** Rows that are looked at to understand a table; thousands more below them are of the same kind. */
const WINDOW = 60;
/** A head at the end of a window is found whole by the next one. */
const OVERLAP = 8;
/** A table that begins farther down than this is not looked for: large sheets of other things would cost too much. */
const WINDOWS = 4;

const windowOf = (sheet: SheetSnapshot, from: number): SheetSnapshot => ({
  ...sheet,
  rows: [...Array.from({ length: from }, () => undefined), ...sheet.rows.slice(from, from + WINDOW)],
});

const headIn = (window: SheetSnapshot, ruleSet: RuleSet, fileName: string): AgencyRowsHead | undefined => {
  for (const table of findAcross(window, ruleSet)) {
    const series = table.columns.filter(({ role }) => !['subject', 'instrument'].includes(role));
    const agencies = new Set(series.flatMap(({ agency }) => (agency === null ? [] : agencyKey(agency))));
    const labels = agencyLabels(window, table);
    // Rows of weighted scores or ranks between those of scores are for the general reader.
    if (agencies.size < 2 || labels.agency === null || series.some(({ role }) => role !== 'score')) continue;
    const [placed] = placeTables([table], [window], fileName);
    const isOwn = placed?.columns.some(({ year }) => year !== null) === true;
    return {
      window,
      table,
      labels: { ...labels, agency: labels.agency },
      firstRow: table.headRow + 1,
      year: isOwn ? null : (placed?.year ?? null),
      yearCell: isOwn ? null : (placed?.yearCell ?? null),
    };
  }
  return undefined;
};

/**
 * First table of a sheet, from a row on, that has an agency in each row; `ruleSet` gives the names of what is scored.
 * Only the first rows of the table are looked at, so that a country costs no more than a district.
 */
export const findAgencyRows = (
  sheet: SheetSnapshot,
  from: number,
  ruleSet: RuleSet,
  fileName: string,
): AgencyRowsHead | undefined => {
  for (let step = 0; step < WINDOWS; step += 1) {
    const start = from + step * (WINDOW - OVERLAP);
    if (start >= sheet.rows.length) return undefined;
    const window = windowOf(sheet, start);
    const head = mayHoldScores(window) ? headIn(window, ruleSet, fileName) : undefined;
    if (head !== undefined) return head;
  }
  return undefined;
};
