import type { DocumentKind, DocumentLayout } from '../../measures/layouts';
import type { CalendarMonth, CalendarRow } from '../../measures/document-data';
import { DOCUMENT_NAMES } from '../../our-names';
import type { RuleSet } from '../../rule-set';
import {
  followedCell,
  layoutColumns,
  printFrame,
  sideColumns,
  type DocumentContext,
} from './document-context';
import { headingRow, offered, rowsByGroup, unitChoices, unitValue } from './measures';
import type { PrintBlock, PrintDocument, PrintRow } from './print-sheet';
import {
  textOf,
  type DocumentValue,
  type LaidTable,
  type TableColumn,
  type TableDocument,
  type TableRow,
} from './table-document';

const TABS: Readonly<Record<'oit' | 'calendar' | 'limits' | 'results', string>> = {
  oit: '2F75B5',
  calendar: '7F7F7F',
  limits: '7F7F7F',
  results: '00B050',
};

type SmallKind = keyof typeof TABS;

const tableOf = (
  kind: SmallKind,
  layout: DocumentLayout,
  context: DocumentContext,
  year: number,
  rows: readonly TableRow[],
  side: readonly ('group' | 'status')[],
  choices: (role: string) => TableColumn['choices'],
): TableDocument => {
  const { assessment, texts } = context;
  const { documents } = texts;
  const names = DOCUMENT_NAMES[kind];
  return {
    anchor: names.sheet,
    table: names.table,
    sheetTitle: documents.sheet[kind],
    heading: [layout.title, documents.forYear(assessment.agency, year), documents.hint[kind]],
    columns: [
      ...layoutColumns(layout, context, () => false, choices),
      ...sideColumns(context, side, choices),
    ],
    rows,
    staleValues: () => new Map(),
    status: kind === 'oit' ? null : documents.status,
    orientation: layout.orientation,
    tab: TABS[kind],
  };
};

const keyOf = (kind: DocumentKind, id: string, { texts }: DocumentContext): string =>
  texts.documents.key.other(kind, id);

/** The rules of the year that will be assessed: the one after the scores, or theirs where it is not known yet. */
export const plannedRules = ({ assessment, nextRules }: DocumentContext): RuleSet =>
  nextRules ?? assessment.ruleSet;

/** Who answers for each OIT item of the year that will be assessed, and what the item must show where that is known. */
export const oitTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { texts, data } = context;
  const { documents } = texts;
  const rules = plannedRules(context);
  const known = data.oitElements.find(({ fiscalYear }) => fiscalYear === rules.fiscalYear)?.items ?? [];
  const rows = rules.items
    .filter(({ instrument }) => instrument === 'OIT')
    .map((item): TableRow => {
      const elements = known.find(({ id }) => id === item.id);
      const key = keyOf('oit', `${rules.fiscalYear}-${item.id}`, context);
      return {
        key,
        values: new Map<string, DocumentValue>([
          ['code', item.id],
          ['data', item.name],
          ['elements', elements?.elements.map((line) => `• ${line}`).join('\n') ?? ''],
          ['responsible', unitValue(elements?.unit ?? '', context)],
          ['group', oitGroup(item.subIndicator ?? '', rules, context)],
          ['status', ''],
          ['key', key],
        ]),
      };
    });
  return tableOf('oit', layout, context, rules.fiscalYear, rows, ['group', 'status'], (role) => {
    if (role === 'responsible') return unitChoices(context);
    return role === 'status' ? offered(documents.oitStatus) : null;
  });
};

const oitGroup = (id: string, rules: RuleSet, { texts }: DocumentContext): string =>
  texts.documents.subIndicator(id, rules.subIndicators.find((sub) => sub.id === id)?.name ?? '');

const monthName = ({ month, yearOffset }: CalendarMonth, { assessment, texts }: DocumentContext): string =>
  texts.documents.monthOfYear(texts.documents.months[month - 1] ?? '', assessment.fiscalYear + yearOffset);

const periodOf = (row: CalendarRow, context: DocumentContext): string => {
  const { documents } = context.texts;
  if (row.from === null) return documents.wholePlanYear(context.assessment.fiscalYear);
  const [from, to] = [monthName(row.from, context), monthName(row.to, context)];
  return from === to ? from : documents.span(from, to);
};

const numbered = (lines: readonly string[]): string =>
  lines.length === 1 ? (lines[0] ?? '') : lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

/** The work of the year, step by step, as a draft. */
export const calendarTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, data, texts } = context;
  const year = assessment.fiscalYear + 1;
  const rows = data.calendar.map((entry): TableRow => {
    const key = keyOf('calendar', `${year}-${entry.id}`, context);
    return {
      key,
      values: new Map<string, DocumentValue>([
        ['stage', entry.stage],
        ['period', periodOf(entry, context)],
        ['tasks', numbered(entry.tasks)],
        ['status', texts.documents.status.draft],
        ['key', key],
      ]),
    };
  });
  return tableOf('calendar', layout, context, year, rows, ['status'], (role) =>
    role === 'status' ? offered(Object.values(texts.documents.status)) : null,
  );
};

/** What hinders the agency in the assessment, and what can be done about it, as a draft. */
export const limitsTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, data, texts } = context;
  const rows = data.limits.map(({ id, limit, suggestion }): TableRow => {
    const key = keyOf('limits', id, context);
    return {
      key,
      values: new Map<string, DocumentValue>([
        ['limit', limit],
        ['suggestion', suggestion],
        ['status', texts.documents.status.draft],
        ['key', key],
      ]),
    };
  });
  return tableOf('limits', layout, context, assessment.fiscalYear, rows, ['status'], (role) =>
    role === 'status' ? offered(Object.values(texts.documents.status)) : null,
  );
};

/** A table as it is printed row by row, under the headings of its groups where it has some. */
export const plainPrint = (
  kind: SmallKind,
  layout: DocumentLayout,
  laid: LaidTable,
  context: DocumentContext,
): PrintDocument => {
  const count = layout.columns.length;
  const rowOf = (entry: LaidTable['rows'][number], hidden: readonly number[] = []): PrintRow => ({
    key: entry.key,
    cells: layout.columns.flatMap(({ role }, column) =>
      hidden.includes(column)
        ? []
        : [
            {
              column,
              value: followedCell(laid, entry, role, count),
              style: role === 'code' ? ('documentCentered' as const) : ('documentText' as const),
            },
          ],
    ),
  });
  const hasGroups = layout.grouping === 'subIndicator';
  const groups = hasGroups
    ? rowsByGroup(laid, groupOrder(laid), context.texts.documents.otherGroup)
    : [['', laid.rows] as const];
  const blocks = groups.flatMap(([group, rows]): readonly PrintBlock[] => {
    const body = layout.grouping === 'stage' ? stages(laid, layout) : rows.map((row) => [rowOf(row)]);
    const [first, ...rest] = body;
    const head = hasGroups ? [headingRow(group, count)] : [];
    return [[...head, ...(first ?? [])], ...rest].filter((block) => block.length > 0);
  });
  return {
    ...printFrame(kind, layout, context, laid.sheet),
    subtitle: laid.document.heading[1],
    columns: layout.columns,
    blocks,
    tab: TABS[kind],
  };
};

const groupOrder = (laid: LaidTable): readonly string[] => [
  ...new Set(laid.document.rows.map(({ values }) => textOf(values.get('group') ?? null))),
];

/** Rows of one stage after another are one block, with the stage's name once. */
const stages = (laid: LaidTable, layout: DocumentLayout): readonly PrintBlock[] => {
  const count = layout.columns.length;
  const runs: LaidTable['rows'][number][][] = [];
  for (const row of laid.rows) {
    const run = runs.at(-1);
    const isSame = run?.[0]?.texts.get('stage') === row.texts.get('stage');
    if (run !== undefined && isSame) run.push(row);
    else runs.push([row]);
  }
  return runs.map((run) =>
    run.map((row, index): PrintRow => ({
      key: row.key,
      cells: layout.columns.flatMap(({ role }, column) => {
        if (role === 'stage' && index > 0) return [];
        const value = followedCell(laid, row, role, count);
        return [
          {
            column,
            value,
            style: 'documentText' as const,
            ...(role === 'stage' ? { rows: run.length } : {}),
          },
        ];
      }),
    })),
  );
};
