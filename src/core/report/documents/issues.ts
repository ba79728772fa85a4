import type { ItemResult } from '../../assess/assessment';
import type { DocumentLayout } from '../../measures/layouts';
import { quoted } from '../sheet-parts';
import { adviceAbout, adviceRows } from './advice';
import { scoreValue, subjectLabel, triageValue, type DocumentContext } from './document-context';
import type { PrintBlock, PrintCell, PrintDocument, PrintRow } from './print-sheet';
import { followedCell, headingRow, printFrame, underHeading } from './printed-rows';
import { layoutColumns, sideColumns, statusChoices, tableFrame } from './table-columns';
import {
  textOf,
  type DocumentValue,
  type LaidRow,
  type LaidTable,
  type TableDocument,
  type TableRow,
} from './table-document';

/** Number of the group of items that belong to no issue. */
const NO_ISSUE = '0';

type IssueItems = { readonly id: string; readonly label: string; readonly items: readonly ItemResult[] };

/** The year's issues with their items, and last the items that belong to none. */
const issueItems = (context: DocumentContext): readonly IssueItems[] => {
  const { issues } = context.assessment;
  const rest = issues.rest.filter(({ score }) => score !== null);
  return [
    ...issues.groups.map(({ id, items }) => ({
      id,
      label: subjectLabel({ kind: 'issue', id }, context),
      items,
    })),
    ...(rest.length === 0 ? [] : [{ id: NO_ISSUE, label: context.texts.items.noIssue, items: rest }]),
  ];
};

const keyOf = (issue: string, item: string, { assessment, texts }: DocumentContext): string =>
  texts.documents.key.issueItem(assessment.fiscalYear, issue, item);

const isWeak = ({ triage }: ItemResult): boolean => triage === 'urgent' || triage === 'improve';

/** Keys of the rows of each issue; items of no issue are not asked for. */
export const issueRows = (context: DocumentContext) =>
  issueItems(context)
    .filter(({ id }) => id !== NO_ISSUE)
    .map(({ id, label, items }) => ({
      issue: id,
      label,
      items: items.map((item) => ({
        key: keyOf(id, item.id, context),
        label: subjectLabel({ kind: 'item', id: item.id }, context),
        isWeak: isWeak(item),
      })),
    }));

const instrumentOf = (id: string, { assessment }: DocumentContext): string =>
  assessment.ruleSet.items.find((item) => item.id === id)?.instrument ?? '';

const row = (issue: IssueItems, item: ItemResult, context: DocumentContext): TableRow => {
  const { texts, suggest } = context;
  const subject = { kind: 'item', id: item.id } as const;
  const about = isWeak(item) ? suggest(subject) : suggest({ kind: 'issue', id: issue.id });
  return {
    key: keyOf(issue.id, item.id, context),
    values: new Map<string, DocumentValue>([
      ['instrument', instrumentOf(item.id, context)],
      ['item', subjectLabel(subject, context)],
      ['score', scoreValue(subject, context)],
      ['fix', about?.measure ?? ''],
      ['group', issue.label],
      ['triage', triageValue(subject, context)],
      ['status', texts.documents.status.draft],
    ]),
  };
};

/** The items by issue, with what is to be done about each, as a table in which officers work. */
export const issuesTable = (layout: DocumentLayout, context: DocumentContext): TableDocument => {
  const { assessment, texts } = context;
  const { documents } = texts;
  return {
    ...tableFrame(layout, documents.subtitle(assessment.agency, assessment.fiscalYear), context),
    columns: [
      ...layoutColumns(layout, context, undefined, (role) => role !== 'fix'),
      ...sideColumns(context, ['group', 'triage', 'status'], statusChoices(context)),
    ],
    rows: issueItems(context).flatMap((issue) => issue.items.map((item) => row(issue, item, context))),
  };
};

/** Before what is to be done stands whether the standard is kept or something must get better, live. */
const fixValue = (
  laid: LaidTable,
  entry: LaidRow,
  item: ItemResult,
  keyColumn: number,
  context: DocumentContext,
): PrintCell['value'] => {
  const { texts } = context;
  const followed = followedCell(laid, entry, 'fix', keyColumn);
  const level = triageValue({ kind: 'item', id: item.id }, context);
  return (at) => {
    const value = typeof followed === 'function' ? followed(at) : followed;
    const { maintain, improve } = texts.documents.fix;
    const words = textOf(value);
    const before = isWeak(item) ? improve : maintain;
    const shown = item.triage === null ? words : words === '' ? before : `${before} ${words}`;
    if (typeof value !== 'object' || value === null || typeof level !== 'object' || level === null)
      return shown;
    const isKept = `${level.formula}=${quoted(texts.triage.maintain)}`;
    const prefix = `IF(${level.formula}="","",IF(${isKept},${quoted(`${maintain} `)},${quoted(`${improve} `)}))`;
    return {
      formula: `${prefix}&${value.formula}`,
      value: item.triage === null ? words : `${before} ${words}`,
    };
  };
};

type Entry = { readonly item: ItemResult; readonly row: LaidRow };

const isSaidAlike = (a: Entry, b: Entry): boolean =>
  isWeak(a.item) === isWeak(b.item) && (a.row.texts.get('fix') ?? '') === (b.row.texts.get('fix') ?? '');

/** Rows of one instrument: its name once, and what is said of several items one after the other once. */
const instrumentRows = (
  entries: readonly Entry[],
  instrument: string,
  laid: LaidTable,
  context: DocumentContext,
  count: number,
): readonly PrintRow[] =>
  entries.map((entry, index): PrintRow => {
    const before = entries[index - 1];
    const isFirst = before === undefined || !isSaidAlike(before, entry);
    const after = entries.slice(index).findIndex((other) => !isSaidAlike(entry, other));
    const alike = after < 0 ? entries.length - index : after;
    const subject = { kind: 'item', id: entry.item.id } as const;
    return {
      key: entry.row.key,
      cells: [
        ...(index === 0
          ? [{ column: 0, rows: entries.length, value: instrument, style: 'documentCentered' as const }]
          : []),
        { column: 1, value: subjectLabel(subject, context), style: 'documentText' },
        { column: 2, value: scoreValue(subject, context), style: 'documentScore' },
        ...(isFirst
          ? [
              {
                column: 3,
                rows: alike,
                value: fixValue(laid, entry.row, entry.item, count, context),
                style: 'documentText' as const,
              },
            ]
          : []),
      ],
    };
  });

/** The analysis by issue as it is published: instruments merged, and what is said of several items once. */
export const issuesPrint = (
  layout: DocumentLayout,
  laid: LaidTable,
  context: DocumentContext,
): PrintDocument => {
  const count = layout.columns.length;
  const instruments = context.assessment.ruleSet.instruments.map(({ id }) => id);
  const blocks = issueItems(context).flatMap((issue): readonly PrintBlock[] => {
    const entries = issue.items.flatMap((item): readonly Entry[] => {
      const key = keyOf(issue.id, item.id, context);
      const found = laid.rows.find((one) => one.key === key);
      return found === undefined ? [] : [{ item, row: found }];
    });
    const body = instruments.flatMap((instrument): readonly PrintBlock[] => {
      const own = entries.filter(({ item }) => instrumentOf(item.id, context) === instrument);
      const advised = own.flatMap(({ item }) =>
        adviceRows(adviceAbout({ kind: 'item', id: item.id }, context), count, context),
      );
      return own.length === 0
        ? []
        : [instrumentRows(own, instrument, laid, context, count), ...advised.map((one) => [one])];
    });
    return body.length === 0 ? [] : underHeading([headingRow(issue.label, count)], body);
  });
  return {
    ...printFrame(layout, context, laid.sheet),
    columns: layout.columns,
    blocks,
  };
};
