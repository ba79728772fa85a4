import type { DocumentKind, DocumentLayout } from '../../measures/layouts';
import type { CalendarMonth, CalendarRow } from '../../measures/document-data';
import type { RuleSet } from '../../rule-set';
import type { DocumentContext } from './document-context';
import type { PrintBlock, PrintDocument, PrintRow } from './print-sheet';
import { followedRow, headingRow, printFrame, rowsByGroup, underHeading } from './printed-rows';
import {
  layoutColumns,
  offered,
  sideColumns,
  statusChoices,
  tableFrame,
  unitChoices,
  unitValue,
  type Choices,
} from './table-columns';
import {
  textOf,
  type DocumentValue,
  type LaidRow,
  type LaidTable,
  type TableDocument,
  type TableRow,
} from './table-document';

const keyOf = (kind: DocumentKind, id: string, { texts }: DocumentContext): string =>
  texts.documents.key.other(kind, id);

/** The rules of the year that will be assessed: the one after the scores, or theirs where it is not known yet. */
const plannedRules = ({ assessment, nextRules }: DocumentContext): RuleSet => nextRules ?? assessment.ruleSet;

/** Who answers for each OIT item of the year that will be assessed, and what the item must show where that is known. */
export const oitTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, texts, data } = context;
  const { documents } = texts;
  const rules = plannedRules(context);
  const known = data.oitElements.find(({ fiscalYear }) => fiscalYear === rules.fiscalYear)?.items ?? [];
  const rows = rules.items
    .filter(({ instrument }) => instrument === 'OIT')
    .map((item): TableRow => {
      const elements = known.find(({ id }) => id === item.id);
      return {
        key: keyOf('oit', `${rules.fiscalYear}-${item.id}`, context),
        values: new Map<string, DocumentValue>([
          ['code', item.id],
          ['data', item.name],
          ['elements', elements?.elements.map((line) => `• ${line}`).join('\n') ?? ''],
          ['responsible', unitValue(elements?.unit ?? '', context)],
          ['group', oitGroup(item.subIndicator ?? '', rules, context)],
          ['status', ''],
        ]),
      };
    });
  const choices: Choices = (role) => {
    if (role === 'responsible') return unitChoices(context);
    return role === 'status' ? offered(documents.oitStatus) : null;
  };
  return {
    ...tableFrame(layout, documents.forYear(assessment.agency, rules.fiscalYear), context),
    columns: [
      ...layoutColumns(layout, context, choices),
      ...sideColumns(context, ['group', 'status'], choices),
    ],
    rows,
    status: null,
  };
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

/** A table of drafts about a year that are told by their status. */
const draftTable = (
  layout: DocumentLayout,
  year: number,
  rows: readonly TableRow[],
  context: DocumentContext,
): TableDocument => ({
  ...tableFrame(layout, context.texts.documents.forYear(context.assessment.agency, year), context),
  columns: [...layoutColumns(layout, context), ...sideColumns(context, ['status'], statusChoices(context))],
  rows,
});

/** The work of the year, step by step, as a draft. */
export const calendarTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, data, texts } = context;
  const year = assessment.fiscalYear + 1;
  const rows = data.calendar.map((entry): TableRow => ({
    key: keyOf('calendar', `${year}-${entry.id}`, context),
    values: new Map<string, DocumentValue>([
      ['stage', entry.stage],
      ['period', periodOf(entry, context)],
      ['tasks', numbered(entry.tasks)],
      ['status', texts.documents.status.draft],
    ]),
  }));
  return draftTable(layout, year, rows, context);
};

/** What hinders the agency in the assessment, and what can be done about it, as a draft. */
export const limitsTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, data, texts } = context;
  const rows = data.limits.map(({ id, limit, suggestion }): TableRow => ({
    key: keyOf('limits', id, context),
    values: new Map<string, DocumentValue>([
      ['limit', limit],
      ['suggestion', suggestion],
      ['status', texts.documents.status.draft],
    ]),
  }));
  return draftTable(layout, assessment.fiscalYear, rows, context);
};

/** A table as it is printed row by row, under the headings of its groups where it has some. */
export const plainPrint = (
  layout: DocumentLayout,
  laid: LaidTable,
  context: DocumentContext,
): PrintDocument => {
  const { columns, grouping } = layout;
  const printed = (rows: readonly LaidRow[]): readonly PrintBlock[] =>
    rows.map((row) => [followedRow(laid, row, columns)]);
  const inGroups = (): readonly PrintBlock[] =>
    rowsByGroup(laid, groupOrder(laid), context.texts.documents.otherGroup).flatMap(([group, rows]) =>
      underHeading([headingRow(group, columns.length)], printed(rows)),
    );
  const other = (): readonly PrintBlock[] =>
    grouping === 'stage' ? stages(laid, columns) : printed(laid.rows);
  return {
    ...printFrame(layout, context, laid.sheet),
    subtitle: laid.document.heading[1],
    columns,
    blocks: grouping === 'subIndicator' ? inGroups() : other(),
  };
};

const groupOrder = (laid: LaidTable): readonly string[] => [
  ...new Set(laid.document.rows.map(({ values }) => textOf(values.get('group') ?? null))),
];

/** Rows of one stage after another are one block, with the stage's name once. */
const stages = (laid: LaidTable, columns: DocumentLayout['columns']): readonly PrintBlock[] => {
  const runs: LaidRow[][] = [];
  for (const row of laid.rows) {
    const run = runs.at(-1);
    const isSame = run?.[0]?.texts.get('stage') === row.texts.get('stage');
    if (run !== undefined && isSame) run.push(row);
    else runs.push([row]);
  }
  const stage = columns.findIndex(({ role }) => role === 'stage');
  return runs.map((run) =>
    run.map((row, index): PrintRow => {
      const { key, cells } = followedRow(laid, row, columns);
      return {
        key,
        cells: cells.flatMap((cell) => {
          if (cell.column !== stage) return [cell];
          return index === 0 ? [{ ...cell, rows: run.length }] : [];
        }),
      };
    }),
  );
};
