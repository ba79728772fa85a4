import type { DocumentLayout } from '../../measures/layouts';
import type { Advice } from '../../measures/advice';
import { groupingFor, weakPoints, type PointSubject, type WeakPoint } from '../../measures/weak-points';
import { OUR_NAMES } from '../../our-names';
import { gradeLabel } from '../analysis/head';
import { adviceOn, adviceRows } from './advice';
import { groupLabel, scoreValue, subjectLabel, triageValue, type DocumentContext } from './document-context';
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
import type { DocumentValue, LaidTable, TableDocument, TableRow } from './table-document';

/** A weak point with the key of its row and what it is called. */
export type KeyedPoint = WeakPoint & { readonly key: string; readonly label: string };

const keyOf = (subject: PointSubject, { assessment, texts }: DocumentContext): string => {
  const { fiscalYear } = assessment;
  const { key } = texts.documents;
  switch (subject.kind) {
    case 'indicator':
      return key.indicator(fiscalYear, subject.indicator);
    case 'item':
      return key.item(fiscalYear, subject.id);
    case 'issue':
      return key.issue(fiscalYear, subject.id);
  }
};

/** What the measures are for, with the keys of their rows. */
export const keyedPoints = (layout: DocumentLayout, context: DocumentContext): readonly KeyedPoint[] =>
  weakPoints(context.assessment, layout.grouping).map((point) => ({
    ...point,
    key: keyOf(point.subject, context),
    label: subjectLabel(point.subject, context),
  }));

const row = (point: KeyedPoint, advice: readonly Advice[], context: DocumentContext): TableRow => {
  const suggestion = context.suggest(point.subject);
  const { documents } = context.texts;
  const advised = advice.map(({ subject }) => subjectLabel(subject, context));
  return {
    key: point.key,
    values: new Map<string, DocumentValue>([
      ['measure', suggestion?.measure ?? ''],
      ['approach', suggestion?.approach ?? ''],
      ['steps', suggestion?.steps ?? ''],
      ['responsible', unitValue(suggestion?.unit ?? '', context)],
      ['period', suggestion?.period ?? ''],
      ['followUp', suggestion?.followUp ?? ''],
      ['group', groupLabel(point.group, context)],
      [
        'origin',
        `${documents.origin(point.label, point.level)}${documents.advice.origin([...new Set(advised)])}`,
      ],
      ['status', documents.status.draft],
    ]),
  };
};

/** What a row says that was for a weak point which is none any more, or for the scores of another year. */
const staleValues =
  (layout: DocumentLayout, context: DocumentContext): TableDocument['staleValues'] =>
  ({ key }) => {
    const { assessment, texts } = context;
    const { documents } = texts;
    if (key === null) return new Map();
    // By level it belongs under none of the headings; other groups still say where it came from.
    const group: readonly (readonly [string, DocumentValue])[] =
      groupingFor(layout.grouping, assessment) === 'level' ? [['group', documents.staleGroup]] : [];
    const { ruleSet } = assessment;
    const subjects: readonly PointSubject[] = [
      ...ruleSet.indicators.map(({ id }) => ({ kind: 'indicator' as const, indicator: id })),
      ...ruleSet.items.map(({ id }) => ({ kind: 'item' as const, id })),
      ...ruleSet.issueGroups.map(({ id }) => ({ kind: 'issue' as const, id })),
    ];
    const subject = subjects.find((one) => keyOf(one, context) === key);
    const year = /\d{4}/.exec(key)?.[0];
    if (subject !== undefined)
      return new Map([...group, ['origin', documents.origin(subjectLabel(subject, context), null)]]);
    return new Map(year === undefined ? group : [...group, ['origin', documents.fromYear(Number(year))]]);
  };

/** The table of measures in which officers work: a row for each weak point, drafted from the library. */
export const measuresTable = (
  layout: DocumentLayout,
  points: readonly KeyedPoint[],
  context: DocumentContext,
): TableDocument => {
  const { assessment, texts } = context;
  const { documents } = texts;
  const { fiscalYear } = assessment;
  const advice = adviceOn(points, context);
  const periods = Object.values(documents.period).map((period) => period(fiscalYear));
  const groups = [...new Set(points.map(({ group }) => groupLabel(group, context)))];
  const choices: Choices = (role) => {
    switch (role) {
      case 'responsible':
        return unitChoices(context);
      case 'period':
        return offered(periods);
      case 'group':
        return offered(groups);
      default:
        return statusChoices(context)(role);
    }
  };
  return {
    ...tableFrame(layout, documents.subtitle(assessment.agency, fiscalYear), context),
    columns: [
      ...layoutColumns(layout, context, choices),
      ...sideColumns(context, ['group', 'origin', 'status'], choices),
    ],
    rows: points.map((point) => row(point, advice(point), context)),
    staleValues: staleValues(layout, context),
  };
};

const pointRow = (point: KeyedPoint, columns: number, context: DocumentContext): PrintRow => ({
  key: null,
  cells: [
    { column: 0, columns: columns - 2, value: point.label, style: 'documentPoint' },
    { column: columns - 2, value: scoreValue(point.subject, context), style: 'documentPointScore' },
    { column: columns - 1, value: triageValue(point.subject, context), style: 'documentPoint' },
  ],
});

const resultRow = (columns: number, { assessment, texts }: DocumentContext): PrintRow => {
  const { total, grade, ruleSet } = assessment;
  const label = grade === null ? '' : gradeLabel(grade.code, ruleSet);
  return {
    key: null,
    cells: [
      { column: 0, columns: columns - 2, value: texts.documents.scores.result, style: 'documentGroup' },
      {
        column: columns - 2,
        value: { formula: OUR_NAMES.total, value: total.score ?? '' },
        style: 'documentPointScore',
      },
      { column: columns - 1, value: { formula: OUR_NAMES.grade, value: label }, style: 'documentPoint' },
    ],
  };
};

/** The document as it is published: weak points with their scores, and the measures for them, group by group. */
export const measuresPrint = (
  layout: DocumentLayout,
  laid: LaidTable,
  points: readonly KeyedPoint[],
  context: DocumentContext,
): PrintDocument => {
  const count = layout.columns.length;
  const { documents } = context.texts;
  const labels = [...new Set(points.map(({ group }) => groupLabel(group, context)))];
  const groups = rowsByGroup(laid, labels, documents.otherGroup);
  const advice = adviceOn(points, context);
  const blocks = groups.flatMap(([group, rows]): readonly PrintBlock[] => {
    const weak = points.filter(
      (point) => groupLabel(point.group, context) === group && point.level !== 'maintain',
    );
    const head = [
      headingRow(group, count),
      ...weak.flatMap((point) => [
        pointRow(point, count, context),
        ...adviceRows(advice(point), count, context),
      ]),
    ];
    return underHeading(
      head,
      rows.map((entry) => [followedRow(laid, entry, layout.columns)]),
    );
  });
  return {
    ...printFrame(layout, context, laid.sheet),
    columns: layout.columns,
    blocks: context.assessment.total.score === null ? blocks : [[resultRow(count, context)], ...blocks],
  };
};
