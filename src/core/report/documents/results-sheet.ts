import { absoluteRangeA1, quotedSheet } from '../../cell-address';
import type { PlannedCell, PlannedName, SheetPlan } from '../../change-plan';
import type { Progress, ResultGap, ResultRole, ResultsState } from '../../measures/results-state';
import { OUR_NAMES } from '../../our-names';
import type { Snapshot } from '../../snapshot';
import type { ReportTexts } from '../report-texts';
import { down, heightOf, linesOf, live, plain, quoted, rowOf } from '../sheet-parts';
import {
  CHECK_WIDTHS,
  checkDemands,
  checkHead,
  checkList,
  checkNote,
  FIRST_CHECK_ROW,
  planCheckSheet,
  type CheckPart,
} from './check-sheet';
import { referenceTo, type LaidRow, type LaidTable } from './table-document';

/** What the check of a report of results found, and the table that it is about. */
export type ResultsContext = {
  readonly results: ResultsState;
  readonly laid: LaidTable;
  readonly texts: ReportTexts;
};

type Role = ResultRole | 'evidence';

/** What is asked for, and the evidence that nobody may demand but every reader looks for. */
const rolesOf = ({ results: { demands }, laid }: ResultsContext): readonly Role[] =>
  [...demands, 'evidence' as const].filter((role) => laid.columns.has(role));

/** Height of a row of texts that stand from the first column on. */
const heightFor = (texts: readonly string[]): number =>
  heightOf(Math.max(...texts.map((text, column) => linesOf(text, CHECK_WIDTHS[column] ?? 1))));

const rowsOf = ({ laid }: ResultsContext): readonly LaidRow[] =>
  laid.rows.filter(({ texts }) =>
    ['measure', 'output'].some((role) => (texts.get(role) ?? '').trim() !== ''),
  );

/** Whether each measure has what is asked for, and how far it has come, live over the report. */
const matrix = (context: ResultsContext, top: number): CheckPart & { readonly first: number } => {
  const { laid, texts } = context;
  const { done, missing } = texts.documents.readiness;
  const words = texts.documents.resultsReadiness;
  const roles = rolesOf(context);
  const first = top + 2;
  const follow = (row: LaidRow, role: string): string =>
    referenceTo(laid, row, laid.columns.get(role) ?? 0, quoted(row.key ?? ''));
  const state = (row: LaidRow, role: Role, at_: number, column: number): PlannedCell =>
    live(
      at_,
      column,
      `IFERROR(IF(${follow(row, role)}="",${quoted(missing)},${quoted(done)}),${quoted(missing)})`,
      (row.texts.get(role) ?? '').trim() === '' ? missing : done,
      'centered',
    );
  const hasProgress = laid.columns.has('progress');
  const columns = [
    words.measure,
    ...roles.map((role) => words.role[role]),
    ...(hasProgress ? [texts.documents.side.progress] : []),
  ];
  const labelOf = (row: LaidRow): string => row.texts.get('measure') ?? '';
  return {
    first,
    cells: [
      plain(top, 0, words.matrix, 'section'),
      ...rowOf(top + 1, 0, columns, 'header'),
      ...rowsOf(context).flatMap((row, index) => [
        plain(first + index, 0, labelOf(row), 'text'),
        ...roles.map((role, column) => state(row, role, first + index, column + 1)),
        ...(hasProgress
          ? [
              live(
                first + index,
                roles.length + 1,
                `IFERROR(${follow(row, 'progress')}&"","")`,
                row.texts.get('progress') ?? '',
                'centered',
              ),
            ]
          : []),
      ]),
    ],
    merges: [],
    heights: [
      [top + 1, heightFor(columns)],
      ...rowsOf(context).map((row, index) => [first + index, heightFor([labelOf(row)])] as const),
    ],
    next: first + rowsOf(context).length,
  };
};

/** How many measures of a division are in a state, live; blank and our prompt are nobody's. */
const countOf = ({ laid, texts }: ResultsContext, unit: string, word: string | null): string | null => {
  const cells = (role: string): string | null => {
    const column = laid.columns.get(role);
    const { top, bottom } = laid.range;
    return column === undefined
      ? null
      : `${quotedSheet(laid.sheet)}!${absoluteRangeA1({ top: top + 1, left: column, bottom, right: column })}`;
  };
  const [units, states, measures] = [cells('responsible'), cells('progress'), cells('measure')];
  if (units === null || states === null || measures === null) return null;
  const isIn = word === null ? '' : `,--(${states}=${quoted(word)})`;
  const counted = (own: string): string => `SUMPRODUCT(--(${own}),--(${measures}<>"")${isIn})`;
  if (unit !== '') return counted(`${units}=${quoted(unit)}`);
  const prompt = quoted(`${texts.documents.prompt.begin}*`);
  const prompted =
    word === null ? `COUNTIF(${units},${prompt})` : `COUNTIFS(${units},${prompt},${states},${quoted(word)})`;
  return `${counted(`${units}=""`)}+${prompted}`;
};

/** How far the measures of each division have come, and all of them together. */
const progressPart = (context: ResultsContext, top: number): CheckPart => {
  const { results, texts } = context;
  const words = texts.documents.resultsReadiness.progress;
  const [, underWay, done] = texts.documents.progress;
  const first = top + 2;
  const last = first + results.progress.length - 1;
  const count = (row: number, column: number, formula: string | null, value: number): PlannedCell =>
    formula === null ? plain(row, column, value, 'rank') : live(row, column, formula, value, 'rank');
  const nameOf = ({ unit }: Progress): string => (unit === '' ? words.nobody : unit);
  const sum = (pick: (progress: Progress) => number): number =>
    results.progress.reduce((total, progress) => total + pick(progress), 0);
  const columns = [words.unit, words.measures, underWay, done];
  return {
    cells: [
      plain(top, 0, words.heading, 'section'),
      ...rowOf(top + 1, 0, columns, 'header'),
      ...results.progress.flatMap((progress, index) => {
        const row = first + index;
        return [
          plain(row, 0, nameOf(progress), 'text'),
          count(row, 1, countOf(context, progress.unit, null), progress.measures),
          count(row, 2, countOf(context, progress.unit, underWay), progress.underWay),
          count(row, 3, countOf(context, progress.unit, done), progress.done),
        ];
      }),
      plain(last + 1, 0, words.all, 'text'),
      live(
        last + 1,
        1,
        `SUM(${down(first, last, 1)})`,
        sum(({ measures }) => measures),
        'rank',
      ),
      live(
        last + 1,
        2,
        `SUM(${down(first, last, 2)})`,
        sum((one) => one.underWay),
        'rank',
      ),
      live(
        last + 1,
        3,
        `SUM(${down(first, last, 3)})`,
        sum((one) => one.done),
        'rank',
      ),
    ],
    merges: [],
    heights: [
      [top + 1, heightFor(columns)],
      ...results.progress.map((progress, index) => [first + index, heightFor([nameOf(progress)])] as const),
    ],
    next: last + 2,
  };
};

/** Plans the sheet that says whether the report of results is complete, where something is missing, and how far each division is. */
export const planResultsSheet = (
  snapshot: Snapshot,
  context: ResultsContext,
): { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] } => {
  const { results, texts } = context;
  const { item, fiscalYear, demands, evidence, isReady, gaps, withoutEvidence, asksForQrCode } = results;
  const { readiness, resultsReadiness: words } = texts.documents;
  const roles = rolesOf(context);
  const asked = demands.length;
  const afterDemands = FIRST_CHECK_ROW + 2 + asked;
  const grid = matrix(context, afterDemands + 1);
  const progress = progressPart(context, grid.next + 1);
  const entry = (gap: ResultGap) => ({
    text: words.gap(gap),
    cells: gap.cell === null ? [] : [gap.cell],
  });
  const missing = checkList(
    progress.next + 1,
    readiness.gaps,
    readiness.gapColumns,
    [...gaps, ...withoutEvidence].map(entry),
    readiness.noGaps,
  );
  const lackingOf = (role: Role): number =>
    [...gaps, ...withoutEvidence].filter((gap) => gap.role === role).length;
  const demandRows = [...demands, 'evidence' as const].map((role) => {
    const column = roles.indexOf(role) + 1;
    const isCounted = column > 0 && grid.next > grid.first;
    return {
      text: words.demand[role],
      required: results.measures,
      lacking: lackingOf(role),
      formula: isCounted
        ? `COUNTIF(${down(grid.first, grid.next - 1, column)},${quoted(readiness.missing)})`
        : null,
    };
  });
  const head = checkHead(
    { title: words.title, subtitle: words.subtitle(item, fiscalYear) },
    evidence,
    isReady,
    { first: FIRST_CHECK_ROW + 1, count: asked },
    texts,
  );
  const parts = [
    head,
    checkDemands(demandRows, FIRST_CHECK_ROW, texts),
    grid,
    progress,
    missing,
    ...(asksForQrCode ? [checkNote(missing.next + 1, words.qrCode)] : []),
  ];
  return planCheckSheet(snapshot, OUR_NAMES.resultsReadiness, words.sheet, parts, texts);
};
