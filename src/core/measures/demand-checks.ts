import type { TriageLevel } from '../rule-set';
import {
  isSaid,
  measureRows,
  rowOfKey,
  textOf,
  type Checked,
  type CheckedTable,
  type DemandCode,
  type DemandState,
  type Gap,
  type MEASURE_DEMANDS,
} from './checked-documents';
import { cellOfRole, type KeyedRow } from './keyed-table';
import type { DocumentKind } from './layouts';

type Check = (checked: Checked) => DemandState;

const noDocument = (demand: DemandCode, kind: DocumentKind, required: number): DemandState => ({
  demand,
  required,
  gaps: [{ demand, code: 'noDocument', cell: null, params: { kind } }],
});

const noRow = (demand: DemandCode, label: string): readonly Gap[] => [
  { demand, code: 'noRow', cell: null, params: { label } },
];

const noColumn = (demand: DemandCode, { sheet, rows }: CheckedTable, role: string): readonly Gap[] => [
  {
    demand,
    code: 'noColumn',
    cell: { sheet, row: Math.max(0, (rows[0]?.row ?? 1) - 1), column: 0 },
    params: { role },
  },
];

/** A row's cell that must hold something. */
const emptyCell = (
  demand: DemandCode,
  table: CheckedTable,
  row: KeyedRow,
  role: string,
  label: string,
  isPrompt: Checked['isPrompt'],
): readonly Gap[] =>
  isSaid(row, role, isPrompt)
    ? []
    : [{ demand, code: 'emptyCell', cell: cellOfRole(table, row.row, role), params: { label, role } }];

/** For each subject the row that its key is of must be there, and hold something under these roles. */
const keyedRows = (
  demand: DemandCode,
  table: CheckedTable,
  subjects: readonly { readonly key: string; readonly label: string }[],
  roles: readonly string[],
  isPrompt: Checked['isPrompt'],
): readonly Gap[] =>
  subjects.flatMap(({ key, label }) => {
    const row = rowOfKey(table, key);
    return row === undefined
      ? noRow(demand, label)
      : roles.flatMap((role) => emptyCell(demand, table, row, role, label, isPrompt));
  });

/** Weak points of a level are named where a row of the measures is about them. */
const named =
  (demand: 'urgentNamed' | 'improveNamed', level: TriageLevel): Check =>
  ({ points, tables: { measures }, isPrompt }) => {
    const own = points.filter((point) => point.level === level);
    if (own.length === 0) return { demand, required: 0, gaps: [] };
    return measures === undefined
      ? noDocument(demand, 'measures', own.length)
      : { demand, required: own.length, gaps: keyedRows(demand, measures, own, [], isPrompt) };
  };

const everyIndicator: Check = ({ tables: { analysis }, indicatorRows, isPrompt }) => {
  const demand = 'everyIndicator';
  const required = indicatorRows.length;
  if (analysis === undefined) return noDocument(demand, 'analysis', required);
  const roles = ['result', 'improve'].filter((role) => analysis.columns.has(role));
  const gaps =
    roles.length === 0
      ? noColumn(demand, analysis, 'result')
      : keyedRows(demand, analysis, indicatorRows, roles, isPrompt);
  return { demand, required, gaps };
};

const everyIssue: Check = ({ tables: { issues }, issueRows, isPrompt }) => {
  const demand = 'everyIssue';
  if (issues === undefined) return noDocument(demand, 'issues', issueRows.length);
  const gaps = issueRows.flatMap(({ label, items }): readonly Gap[] => {
    const rows = items.flatMap(({ key }) => rowOfKey(issues, key) ?? []);
    const [first] = rows;
    if (first === undefined) return noRow(demand, label);
    return rows.some((row) => isSaid(row, 'fix', isPrompt))
      ? []
      : emptyCell(demand, issues, first, 'fix', label, isPrompt);
  });
  return { demand, required: issueRows.length, gaps };
};

/** For each subject a row, and a column of the role that holds something in it. */
const keyedColumn = (
  demand: DemandCode,
  table: CheckedTable,
  subjects: readonly { readonly key: string; readonly label: string }[],
  role: string,
  isPrompt: Checked['isPrompt'],
): DemandState => ({
  demand,
  required: subjects.length,
  gaps: table.columns.has(role)
    ? keyedRows(demand, table, subjects, [role], isPrompt)
    : noColumn(demand, table, role),
});

const weakItems: Check = ({ tables: { issues }, issueRows, isPrompt }) => {
  const weak = issueRows.flatMap(({ items }) => items.filter(({ isWeak }) => isWeak));
  return issues === undefined
    ? noDocument('weakItems', 'issues', weak.length)
    : keyedColumn('weakItems', issues, weak, 'fix', isPrompt);
};

const measure: Check = ({ tables: { measures }, points, isPrompt }) => {
  if (measures !== undefined) return keyedColumn('measure', measures, points, 'measure', isPrompt);
  return points.length === 0
    ? { demand: 'measure', required: 0, gaps: [] }
    : noDocument('measure', 'measures', points.length);
};

const columnOf =
  (demand: (typeof MEASURE_DEMANDS)[number]): Check =>
  ({ tables: { measures }, isPrompt, points }) => {
    if (measures === undefined) return { demand, required: points.length, gaps: [] };
    const rows = measureRows(measures, isPrompt);
    const required = rows.length;
    if (!measures.columns.has(demand)) return { demand, required, gaps: noColumn(demand, measures, demand) };
    return {
      demand,
      required,
      gaps: rows.flatMap((row) => emptyCell(demand, measures, row, demand, textOf(row, 'measure'), isPrompt)),
    };
  };

const limitColumn =
  (demand: 'limits' | 'suggestions'): Check =>
  ({ tables: { limits }, isPrompt }) => {
    if (limits === undefined) return noDocument(demand, 'limits', 1);
    const [role, other] = demand === 'limits' ? ['limit', 'suggestion'] : ['suggestion', 'limit'];
    if (!limits.columns.has(role)) return { demand, required: 1, gaps: noColumn(demand, limits, role) };
    const rows = limits.rows.filter((row) => textOf(row, other) !== '');
    const [first] = limits.rows;
    if (rows.length === 0 && first !== undefined)
      return { demand, required: 1, gaps: emptyCell(demand, limits, first, role, '', isPrompt) };
    return {
      demand,
      required: Math.max(1, rows.length),
      gaps:
        first === undefined
          ? noRow(demand, '')
          : rows.flatMap((row) => emptyCell(demand, limits, row, role, textOf(row, other), isPrompt)),
    };
  };

/** How each demand is checked. */
export const DEMAND_CHECKS: Readonly<Record<DemandCode, Check>> = {
  urgentNamed: named('urgentNamed', 'urgent'),
  improveNamed: named('improveNamed', 'improve'),
  everyIndicator,
  everyIssue,
  weakItems,
  measure,
  steps: columnOf('steps'),
  responsible: columnOf('responsible'),
  period: columnOf('period'),
  followUp: columnOf('followUp'),
  limits: limitColumn('limits'),
  suggestions: limitColumn('suggestions'),
};
