import { cellName } from '../core/cell-address';
import type { ChangePlan } from '../core/change-plan';
import { withFindings, type ManyYear } from '../core/many/assess-many';
import { namesSeveral, type ReadAgencyRows } from '../core/many/read-agency-rows';
import { besideAreas, officerSheets } from '../core/own-cells';
import type { ReadingOptions, ReadingRefusal } from '../core/read/reading-request';
import { planMany, type BlockOfYear, type ListBeside, type ManyPlan } from '../core/report/many/plan-many';
import { joinTables, planScoreSheet, type Origin, type PlannedScores } from '../core/report/many/score-sheet';
import type { RuleSet } from '../core/rule-set';
import { err, ok, type Result } from '../core/result';
import type { SheetSnapshot, Snapshot } from '../core/snapshot';
import { ruleSets } from '../rules/rule-sets';
import { remarksOf } from './collection';
import { manyTextsTh } from './messages/many-texts-th';
import { reportTextsTh } from './messages/report-texts-th';
import { messagesTh } from './messages/th';
import { auditedTables, readMany, type ManyRead } from './read-many';

/** What an analysis of all agencies of a workbook found, and what it would write. */
export type ManyAnalysis = {
  /** The newest year first. */
  readonly years: readonly ManyYear[];
  /** Why some of the agencies could not be read. */
  readonly refusals: readonly ReadingRefusal[];
  readonly plan: ChangePlan;
  readonly beside: BesideLists;
};

/** What stands beside the rows of lists. */
export type BesideLists = Pick<ManyPlan['beside'], 'written' | 'obstacles'> & {
  /** Sheets with lists whose rows nothing can stand beside, where it was asked for. */
  readonly left: readonly string[];
};

export type ManyOptions = Omit<ReadingOptions, 'agency' | 'sheet'> & {
  /** Whether results are also written beside the rows of a list. */
  readonly inPlace?: boolean | undefined;
};

/** Lists whose rows the results can stand beside: those that formulas use as they are. */
const listsBeside = (
  years: readonly (BlockOfYear & { readonly numbers: PlannedScores | null })[],
  sheets: readonly SheetSnapshot[],
): readonly ListBeside[] =>
  years.flatMap(({ ruleSet, block, numbers }) => {
    const sheet = sheets.find(({ name }) => name === block.place.sheet);
    return numbers !== null || sheet === undefined ? [] : [{ fiscalYear: ruleSet.fiscalYear, sheet }];
  });

/** Scores of one or more agencies on one sheet, and where each was read. */
type Piece = Pick<ReadAgencyRows, 'table'> & {
  /** The rows of a list; null for an agency that has sheets of its own. */
  readonly place: ReadAgencyRows['place'] | null;
  readonly cellOf: (row: number, subject: number) => Omit<Origin, 'content'>;
};

const isPlain = (piece: Piece): piece is Piece & ReadAgencyRows => piece.place?.isPlain === true;

const NOWHERE = { sheet: '', row: 0, column: 0 };

const piecesOf = ({ lists, readings }: ManyRead): readonly Piece[] => [
  ...lists.flatMap(({ sheet, tables }) =>
    tables.map((each): Piece => ({
      ...each,
      cellOf: (row, subject) => ({
        sheet,
        row: each.place.rows[row] ?? 0,
        column: each.place.columns[subject] ?? 0,
      }),
    })),
  ),
  ...auditedTables(readings).map(({ table, cells }): Piece => ({
    table,
    place: null,
    cellOf: (_, subject) => cells[subject] ?? NOWHERE,
  })),
];

const sourcesOf = ({ table }: Piece): readonly string[] => table.rows.map(({ cell }) => cellName(cell));

/** The scores of pieces that formulas cannot use as they stand, as numbers on a sheet of ours. */
const planNumbers = (pieces: readonly Piece[], snapshot: Snapshot, ruleSet: RuleSet): PlannedScores => {
  const audited = pieces.map(({ table, place }) =>
    place === null ? table : withFindings(table, place, ruleSet),
  );
  const table = joinTables(audited, ruleSet);
  const sheets = new Map(snapshot.sheets.map((sheet) => [sheet.name, sheet]));
  const owners = pieces.flatMap((piece) => piece.table.rows.map((_, row) => ({ piece, row })));
  const originOf = (row: number, subject: number): Origin | null => {
    const owner = owners[row];
    const key = table.subjects[subject];
    const index = key === undefined ? -1 : (owner?.piece.table.subjects.indexOf(key) ?? -1);
    if (owner === undefined || index < 0) return null;
    const cell = owner.piece.cellOf(owner.row, index);
    return { ...cell, content: sheets.get(cell.sheet)?.rows[cell.row]?.[cell.column] };
  };
  return planScoreSheet({ table, sources: pieces.flatMap(sourcesOf), originOf }, ruleSet, {
    snapshot,
    texts: manyTextsTh,
    freeSheetName: reportTextsTh.freeSheetName,
  });
};

/**
 * Analyses every agency of a workbook together: those that stand one in each row of a list, and those that have sheets
 * of their own. A workbook in which nobody can be read is refused with the first reason.
 */
export const analyzeMany = (
  snapshot: Snapshot,
  options: ManyOptions = {},
): Result<ManyAnalysis, ReadingRefusal> => {
  const read = readMany(snapshot, options, namesSeveral);
  const pieces = piecesOf(read);
  const { refusals } = read;
  const [reason] = refusals;
  if (pieces.length === 0) {
    if (reason === undefined) throw new Error('Nothing was read, and nothing was refused');
    return err(reason);
  }
  const years = [...new Set(pieces.map(({ table }) => table.fiscalYear))];
  const gathered = years.flatMap(
    (fiscalYear): readonly (BlockOfYear & { readonly numbers: PlannedScores | null })[] => {
      const ruleSet = ruleSets.forYear(fiscalYear);
      if (ruleSet === undefined) return [];
      const ofYear = pieces.filter(({ table }) => table.fiscalYear === fiscalYear);
      const [only, ...others] = ofYear;
      // Formulas can use one list as it stands; several are put together on a sheet of ours first.
      if (only !== undefined && others.length === 0 && isPlain(only)) {
        const { table, place } = only;
        return [
          { ruleSet, numbers: null, block: { table, place, sources: sourcesOf(only), isAudited: false } },
        ];
      }
      const numbers = planNumbers(ofYear, snapshot, ruleSet);
      return [{ ruleSet, numbers, block: numbers.block }];
    },
  );
  const isBeside = options.inPlace === true || besideAreas(snapshot).length > 0;
  const beside = isBeside ? listsBeside(gathered, officerSheets(snapshot)) : [];
  const [first, ...rest] = gathered.map(({ ruleSet, block }): BlockOfYear => ({ ruleSet, block }));
  if (first === undefined) throw new Error('Agencies of a year without rules');
  const unread = refusals.map((refusal) => ['', '', messagesTh.readingRefusal(refusal)] as const);
  const many = planMany(snapshot, [first, ...rest], unread, manyTextsTh, {
    freeSheetName: reportTextsTh.freeSheetName,
    remarksOf,
    beside,
  });
  const numbers = gathered.flatMap((each) => each.numbers ?? []);
  return ok({
    years: many.years,
    refusals,
    beside: {
      written: many.beside.written,
      obstacles: many.beside.obstacles,
      left: isBeside
        ? read.lists
            .filter(
              ({ sheet, tables }) => tables.length > 0 && !beside.some((list) => list.sheet.name === sheet),
            )
            .map(({ sheet }) => sheet)
        : [],
    },
    plan: {
      styles: many.plan.styles,
      sheets: [...many.plan.sheets, ...numbers.map(({ sheet }) => sheet)],
      names: [...many.plan.names, ...numbers.flatMap(({ names }) => names)],
      // Formulas follow the officer's numbers by themselves; only what was read from text must not have changed.
      sources: numbers.flatMap(({ typed }) => typed),
    },
  });
};
