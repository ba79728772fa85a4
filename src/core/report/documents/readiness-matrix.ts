import type { PlannedCell } from '../../change-plan';
import { isSaid, MEASURE_DEMANDS, measureRows, type Readiness } from '../../measures/checked-documents';
import type { ReportTexts } from '../report-texts';
import { at, heightOf, linesOf, live, plain, quoted, rowOf } from '../sheet-parts';
import { CHECK_WIDTHS, type CheckPart } from './check-sheet';
import { referenceTo, type LaidRow, type LaidTable } from './table-document';

/** Roles that the matrix follows, the measure itself first. */
const ROLES = ['measure', ...MEASURE_DEMANDS] as const;
type Role = (typeof ROLES)[number];

/** What the check found, and the table that it is about. */
export type ReadinessContext = {
  readonly readiness: Readiness;
  readonly measures: LaidTable | null;
  /** Roles of the measures table that its layout has. */
  readonly roles: readonly string[];
  readonly texts: ReportTexts;
  readonly isPrompt: (text: string) => boolean;
};

/** Roles that the table and its layout have. */
export const matrixRoles = ({ measures, roles }: ReadinessContext): readonly Role[] =>
  ROLES.filter((role) => roles.includes(role) && measures?.columns.has(role) === true);

/** Rows of the matrix: those that have a key or say something. */
export const matrixRows = ({ measures, isPrompt }: ReadinessContext): readonly LaidRow[] => {
  if (measures === null) return [];
  const saying = new Set(measureRows(measures, isPrompt).map(({ row }) => row));
  const asked = new Set(measures.document.rows.map(({ key }) => key));
  return measures.rows.filter(({ key, row }) => saying.has(row) || (key !== null && asked.has(key)));
};

const promptOf = (
  laid: LaidTable,
  row: LaidRow,
  role: string,
  isPrompt: ReadinessContext['isPrompt'],
): string | null => {
  const text = row.texts.get(role) ?? '';
  if (isPrompt(text)) return text;
  const asked = laid.document.rows.find(({ key }) => key === row.key)?.values.get(role);
  return typeof asked === 'string' && isPrompt(asked) ? asked : null;
};

/** Whether a cell is filled in, live: blank or our prompt is missing; nothing is asked of a row without a measure. */
const stateCell = (
  context: ReadinessContext,
  row: LaidRow,
  role: Role,
  at_: number,
  column: number,
): PlannedCell => {
  const { measures, texts, isPrompt } = context;
  const { done, missing, notAsked } = texts.documents.readiness;
  if (measures === null) return plain(at_, column, null, 'centered');
  const cell = referenceTo(measures, row, measures.columns.get(role) ?? 0, quoted(row.key ?? ''));
  const prompt = promptOf(measures, row, role, isPrompt);
  const isBlank = prompt === null ? `${cell}=""` : `OR(${cell}="",${cell}=${quoted(prompt)})`;
  const state = `IFERROR(IF(${isBlank},${quoted(missing)},${quoted(done)}),${quoted(missing)})`;
  const own = isSaid(row, role, isPrompt) ? done : missing;
  if (role === 'measure') return live(at_, column, state, own, 'centered');
  const measure = at(at_, 1);
  const value = isSaid(row, 'measure', isPrompt) ? own : notAsked;
  return live(
    at_,
    column,
    `IF(${measure}=${quoted(missing)},${quoted(notAsked)},${state})`,
    value,
    'centered',
  );
};

/** What every row of the measures holds, live, role by role. */
export const planMatrix = (
  context: ReadinessContext,
  top: number,
): CheckPart & { readonly first: number; readonly last: number } => {
  const { texts } = context;
  const { readiness, library } = texts.documents;
  const roles = matrixRoles(context);
  const rows = matrixRows(context);
  const first = top + 2;
  const columns = [readiness.matrix.row, ...roles.map((role) => library.columns[role])];
  const label = ({ texts: own }: LaidRow): string =>
    [own.get('origin'), own.get('measure')].find((text) => text !== undefined && text !== '') ?? '';
  return {
    first,
    last: first + rows.length - 1,
    cells: [
      plain(top, 0, readiness.matrix.heading, 'section'),
      ...rowOf(top + 1, 0, columns, 'header'),
      ...rows.flatMap((row, index) => [
        plain(first + index, 0, label(row), 'text'),
        ...roles.map((role, column) => stateCell(context, row, role, first + index, column + 1)),
      ]),
    ],
    merges: [],
    heights: [
      [top + 1, heightOf(Math.max(...columns.map((text, i) => linesOf(text, CHECK_WIDTHS[i] ?? 1))))],
      ...rows.map((row, index) => [first + index, heightOf(linesOf(label(row), CHECK_WIDTHS[0]))] as const),
    ],
    next: first + rows.length,
  };
};
