import type { TriageLevel } from '../rule-set';
import {
  cellIn,
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
import type { KeyedRow } from './keyed-table';
import type { DocumentKind } from './layouts';

type Check = (checked: Checked) => DemandState;

const noDocument = (demand: DemandCode, kind: DocumentKind, required: number): DemandState => ({
  demand,
  required,
  gaps: [{ demand, code: 'noDocument', cell: null, params: { kind } }],
});

/** A row's cell that must hold something; '' of a role that its table does not have is a gap of the column, once. */
const emptyCell = (
  demand: DemandCode,
  table: CheckedTable,
  row: KeyedRow,
  role: string,
  label: string,
  isPrompt: (text: string) => boolean,
): readonly Gap[] => {
  const text = textOf(row, role);
  return text !== '' && !isPrompt(text)
    ? []
    : [{ demand, code: 'emptyCell', cell: cellIn(table, row.row, role), params: { label, role } }];
};

const noColumn = (demand: DemandCode, { sheet, rows }: CheckedTable, role: string): readonly Gap[] => [
  {
    demand,
    code: 'noColumn',
    cell: { sheet, row: Math.max(0, (rows[0]?.row ?? 1) - 1), column: 0 },
    params: { role },
  },
];

/** Weak points of a level are named where a row of the measures, or of the analysis, is about them. */
const named =
  (demand: 'urgentNamed' | 'improveNamed', level: TriageLevel): Check =>
  ({ points, tables }) => {
    const own = points.filter((point) => point.level === level);
    if (own.length > 0 && tables.measures === undefined) return noDocument(demand, 'measures', own.length);
    const gaps = own.flatMap(({ key, label }): readonly Gap[] =>
      rowOfKey(tables.measures, key) === undefined
        ? [{ demand, code: 'noRow', cell: null, params: { label } }]
        : [],
    );
    return { demand, required: own.length, gaps };
  };

const everyIndicator: Check = ({ tables: { analysis }, indicatorRows, isPrompt }) => {
  const demand = 'everyIndicator';
  if (analysis === undefined) return noDocument(demand, 'analysis', indicatorRows.length);
  const roles = ['result', 'improve'].filter((role) => analysis.columns.has(role));
  const gaps = indicatorRows.flatMap(({ key, label }): readonly Gap[] => {
    const row = rowOfKey(analysis, key);
    if (row === undefined) return [{ demand, code: 'noRow', cell: null, params: { label } }];
    return roles.flatMap((role) => emptyCell(demand, analysis, row, role, label, isPrompt));
  });
  return {
    demand,
    required: indicatorRows.length,
    gaps: roles.length === 0 ? noColumn(demand, analysis, 'result') : gaps,
  };
};

const everyIssue: Check = ({ tables: { issues }, issueRows, isPrompt }) => {
  const demand = 'everyIssue';
  if (issues === undefined) return noDocument(demand, 'issues', issueRows.length);
  const gaps = issueRows.flatMap(({ label, items }): readonly Gap[] => {
    const rows = items.flatMap(({ key }) => rowOfKey(issues, key) ?? []);
    const [first] = rows;
    if (first === undefined) return [{ demand, code: 'noRow', cell: null, params: { label } }];
    const isSaid = rows.some((row) => textOf(row, 'fix') !== '' && !isPrompt(textOf(row, 'fix')));
    return isSaid ? [] : emptyCell(demand, issues, first, 'fix', label, isPrompt);
  });
  return { demand, required: issueRows.length, gaps };
};

const weakItems: Check = ({ tables: { issues }, issueRows, isPrompt }) => {
  const demand = 'weakItems';
  const weak = issueRows.flatMap(({ items }) => items.filter(({ isWeak }) => isWeak));
  if (issues === undefined) return noDocument(demand, 'issues', weak.length);
  if (!issues.columns.has('fix'))
    return { demand, required: weak.length, gaps: noColumn(demand, issues, 'fix') };
  const gaps = weak.flatMap(({ key, label }): readonly Gap[] => {
    const row = rowOfKey(issues, key);
    if (row === undefined) return [{ demand, code: 'noRow', cell: null, params: { label } }];
    return emptyCell(demand, issues, row, 'fix', label, isPrompt);
  });
  return { demand, required: weak.length, gaps };
};

const measure: Check = ({ tables: { measures }, points, isPrompt }) => {
  const demand = 'measure';
  if (measures === undefined)
    return points.length === 0
      ? { demand, required: 0, gaps: [] }
      : noDocument(demand, 'measures', points.length);
  if (!measures.columns.has('measure'))
    return { demand, required: points.length, gaps: noColumn(demand, measures, 'measure') };
  const gaps = points.flatMap(({ key, label }): readonly Gap[] => {
    const row = rowOfKey(measures, key);
    if (row === undefined) return [{ demand, code: 'noRow', cell: null, params: { label } }];
    return emptyCell(demand, measures, row, 'measure', label, isPrompt);
  });
  return { demand, required: points.length, gaps };
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
          ? [{ demand, code: 'noRow', cell: null, params: { label: '' } }]
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
