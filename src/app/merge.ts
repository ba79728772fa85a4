import type { Assessment } from '../core/assess/assessment';
import type { CellRef } from '../core/cell-address';
import type { ChangePlan } from '../core/change-plan';
import { findKeyedTable, KEY, type FoundTable } from '../core/measures/keyed-table';
import type { DocumentKind } from '../core/measures/layouts';
import {
  filesByText,
  mergeCopies,
  plainText,
  type AddedRow,
  type CopyTable,
  type MergeConflict,
  type MergedCopies,
  type TakenCell,
} from '../core/measures/merge-copies';
import { mayBeSameAgency } from '../core/read/agencies';
import { planConflictSheet, type ListedConflict } from '../core/report/documents/conflict-sheet';
import { obstacleToMerge, planMergedTable } from '../core/report/documents/merged-table';
import { textOf, type DocumentObstacle, type TableDocument } from '../core/report/documents/table-document';
import type { Snapshot } from '../core/snapshot';
import { documentSources } from '../rules/documents/document-sources';
import { analyze, type Analysis } from './analyze';
import { reportTextsTh } from './messages/report-texts-th';

/** A workbook that takes part in a merge; `file` is what it is called. */
export type MergeSource = { readonly file: string; readonly snapshot: Snapshot };

/** Why nothing is taken over from a copy. */
export type CopyRefusal = {
  readonly code: 'otherYear' | 'otherAgency' | 'noTables' | 'noCommonRows';
  readonly params: Readonly<Record<string, string>>;
};

type OfDocument = { readonly kind: DocumentKind };

/** Why a table of the main workbook gets nothing, or a table of a copy is left out. */
export type MergeObstacle = OfDocument &
  (
    | {
        readonly code: DocumentObstacle['code'];
        readonly cell: CellRef;
        readonly cells: number;
        readonly rows: number;
      }
    | { readonly code: 'copyWithoutKeys'; readonly cell: CellRef; readonly file: string }
  );

/** What a merge takes over, and what it would write; nothing is written yet. */
export type Merge = {
  readonly plan: ChangePlan;
  readonly copies: readonly { readonly file: string; readonly refusal: CopyRefusal | null }[];
  readonly taken: readonly (TakenCell & OfDocument)[];
  readonly added: readonly (AddedRow & OfDocument & { readonly cell: CellRef })[];
  readonly conflicts: readonly (MergeConflict & OfDocument & { readonly heading: string })[];
  readonly obstacles: readonly MergeObstacle[];
};

type MainTable = OfDocument & { readonly document: TableDocument; readonly found: FoundTable };

const mainTables = ({ documents }: Analysis): readonly MainTable[] =>
  documents.tables.flatMap(({ kind, laid: { document, found } }) =>
    found === undefined ? [] : [{ kind, document, found }],
  );

const isOtherAgency = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && !mayBeSameAgency(a, b);

const keysOf = ({ rows }: FoundTable): readonly string[] => rows.flatMap(({ key }) => key ?? []);

type Copy = { readonly source: MergeSource; readonly tables: readonly MainTable[] };

/** Whether a copy is one of the main workbook, as far as it says so. */
const refusalOf = (
  { source, tables }: Copy,
  main: readonly MainTable[],
  { fiscalYear, agency }: Assessment,
): CopyRefusal | null => {
  if (tables.length === 0) return { code: 'noTables', params: {} };
  // A file's name says what its division called it, not what it is about.
  const analysis = analyze(source.snapshot);
  if (analysis.ok) {
    const [own] = analysis.value.assessments;
    const params = { own: String(own.fiscalYear), main: String(fiscalYear) };
    if (own.fiscalYear !== fiscalYear) return { code: 'otherYear', params };
    if (isOtherAgency(own.agency, agency))
      return { code: 'otherAgency', params: { own: own.agency ?? '', main: agency ?? '' } };
    return null;
  }
  const known = new Set(main.flatMap(({ found }) => keysOf(found)));
  const keys = tables.flatMap(({ found }) => keysOf(found));
  return keys.length > 0 && !keys.some((key) => known.has(key)) ? { code: 'noCommonRows', params: {} } : null;
};

const { data } = documentSources;

/** Drafts that another run may have written, when the scores were others. */
const OTHER_DRAFTS: ReadonlySet<string> = new Set([
  ...data.indicatorAims.flatMap(({ assessed, strength, weakness }) => [assessed, strength, weakness]),
  ...Object.values(reportTextsTh.documents.fix),
]);

const merged = (
  { document, found }: MainTable,
  copies: readonly CopyTable[],
  file: string,
  { documents }: Analysis,
): MergedCopies => {
  const written = new Map(document.rows.map(({ key, values }) => [key, values]));
  const { status } = reportTextsTh.documents;
  return mergeCopies({
    main: { file, found },
    copies,
    roles: document.columns.flatMap(({ role, isPrinted, isLive }) =>
      (isPrinted && !isLive) || role === 'status' ? [role] : [],
    ),
    printedRoles: document.columns.flatMap(({ role, isPrinted }) => (isPrinted ? [role] : [])),
    isDraft: (key, role, text) => {
      if (role === 'status') return text === status.draft;
      const own = textOf(written.get(key ?? '')?.get(role) ?? null);
      const isOurs = text === plainText(own) || documents.isDraft(text) || OTHER_DRAFTS.has(text);
      return isOurs || documents.isPrompt(text);
    },
    weakStatus: status.edited,
  });
};

/** Roles that say what a row is about, the best first. */
const LABEL_ROLES = ['origin', 'subject', 'item', 'data', 'stage', 'limit'];

const listed = (
  { kind, key, heading, cell, values }: Merge['conflicts'][number],
  tables: readonly MainTable[],
  mainFile: string,
  nameOf: (file: string) => string,
): ListedConflict => {
  const { conflicts: words, sheet } = reportTextsTh.documents;
  const row = tables.find((table) => table.kind === kind)?.found.rows.find((one) => one.key === key);
  const texts = LABEL_ROLES.map((role) => row?.texts.get(role) ?? '');
  return {
    ...{ document: sheet[kind], heading, cell },
    row: texts.find((text) => text !== '') ?? key,
    values: filesByText(values).map(({ text, files }) => ({
      text,
      files: files.map((file) => (file === mainFile ? words.main : nameOf(file))),
    })),
  };
};

/**
 * Plans what comes from the copies of a workbook into it. The workbook must be up to date, as an analysis leaves it, and
 * is analysed again afterwards, so that printed sheets and readiness follow.
 */
export const planMerge = (
  main: MergeSource,
  analysis: Analysis,
  sources: readonly MergeSource[],
  nameOf: (file: string) => string,
): Merge => {
  const tables = mainTables(analysis);
  const copies = sources.map((source) => {
    const own = tables.flatMap((table) => {
      const found = findKeyedTable(source.snapshot, table.document);
      return found === undefined ? [] : [{ ...table, found }];
    });
    const copy = { source, tables: own };
    return { ...copy, refusal: refusalOf(copy, tables, analysis.assessments[0]) };
  });
  const accepted = copies.filter(({ refusal }) => refusal === null);
  const results = tables.map((table) => {
    const { kind, found } = table;
    const inCopies = accepted.flatMap(({ source: { file }, tables: own }) =>
      own.flatMap((one) => (one.kind === kind ? [{ file, found: one.found }] : [])),
    );
    const withKeys = inCopies.filter((copy) => copy.found.columns.has(KEY));
    const result = found.columns.has(KEY)
      ? merged(table, withKeys, main.file, analysis)
      : { taken: [], added: [], conflicts: [] };
    const obstacle = inCopies.length === 0 ? null : obstacleToMerge(found, result);
    const obstacles: readonly MergeObstacle[] = [
      ...(obstacle === null
        ? []
        : [{ ...obstacle, kind, cells: result.taken.length, rows: result.added.length }]),
      ...inCopies.flatMap(({ file, found: { sheet, range, columns } }): readonly MergeObstacle[] => {
        const cell = { sheet: sheet.name, row: range.top, column: range.left };
        return columns.has(KEY) ? [] : [{ code: 'copyWithoutKeys', kind, cell, file }];
      }),
    ];
    const none = { taken: [], added: [] };
    return { table, ...result, ...(obstacle === null ? {} : none), obstacles };
  });
  const conflicts = results.flatMap(({ table: { kind, found }, conflicts: own }) =>
    own.map((conflict) => {
      const column = found.columns.get(conflict.role) ?? found.range.left;
      return { ...conflict, kind, heading: found.headings[column - found.range.left] ?? '' };
    }),
  );
  const list = planConflictSheet(
    main.snapshot,
    conflicts.map((conflict) => listed(conflict, tables, main.file, nameOf)),
    reportTextsTh,
  );
  const changed = results.filter(({ taken, added }) => taken.length + added.length > 0);
  return {
    plan: {
      sources: changed.flatMap(({ taken }) => taken.map(({ cell }) => cell)),
      sheets: [
        ...changed.map(({ table: { document, found }, taken, added }) =>
          planMergedTable(document, found, { taken, added }),
        ),
        ...(list === null ? [] : [list.sheet]),
      ],
      names: list?.names ?? [],
      styles: analysis.plan.styles,
    },
    copies: copies.map(({ source: { file }, refusal }) => ({ file, refusal })),
    taken: results.flatMap(({ table: { kind }, taken }) => taken.map((one) => ({ ...one, kind }))),
    added: results.flatMap(({ table: { kind, found }, added }) =>
      added.map((one) => ({
        ...{ ...one, kind },
        cell: { sheet: found.sheet.name, row: one.row, column: found.range.left },
      })),
    ),
    conflicts,
    obstacles: results.flatMap(({ obstacles }) => obstacles),
  };
};
