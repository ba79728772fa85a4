import type { DocumentLayout } from '../../measures/layouts';
import { groupingFor, weakPoints, type PointSubject, type WeakPoint } from '../../measures/weak-points';
import { DOCUMENT_NAMES, OUR_NAMES } from '../../our-names';
import { compact } from '../../read/vocabulary';
import {
  followedCell,
  groupLabel,
  layoutColumns,
  printFrame,
  scoreValue,
  sideColumns,
  subjectLabel,
  triageValue,
  type DocumentContext,
} from './document-context';
import type { PrintBlock, PrintDocument, PrintRow } from './print-sheet';
import type {
  DocumentValue,
  LaidRow,
  LaidTable,
  TableColumn,
  TableDocument,
  TableRow,
} from './table-document';

const TAB = 'BF8F00';
const MAX_CHOICES = 255;

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

/** The agency's own division where one of those it has set is the usual one, else what belongs into the cell. */
export const unitValue = (usual: string, { units, texts }: DocumentContext): string => {
  const wanted = compact(usual);
  const own = units.find((unit) => {
    const key = compact(unit);
    return key.includes(wanted) || wanted.includes(key);
  });
  return own ?? texts.documents.prompt.responsible(usual);
};

/** A list that a cell can offer; null where the spreadsheet could not hold it. */
export const offered = (values: readonly string[]): TableColumn['choices'] =>
  values.join(',').length > MAX_CHOICES || values.some((value) => value.includes(',') || value === '')
    ? null
    : { kind: 'values', values };

/** Divisions that can be picked for who is responsible; any other may be typed. */
export const unitChoices = ({ units, unitsName }: DocumentContext): TableColumn['choices'] =>
  units.length > 0 ? { kind: 'formula', formula: unitsName } : null;

const row = (point: KeyedPoint, context: DocumentContext): TableRow => {
  const suggestion = context.suggest(point.subject);
  const { documents } = context.texts;
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
      ['origin', documents.origin(point.label, point.level)],
      ['status', documents.status.draft],
      ['key', point.key],
    ]),
  };
};

/** What a row says that was for a weak point which is none any more, or for the scores of another year. */
const staleValues =
  (layout: DocumentLayout, context: DocumentContext): TableDocument['staleValues'] =>
  ({ key }) => {
    const { assessment, texts } = context;
    const { documents } = texts;
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
    const year = /\d{4}/.exec(key ?? '')?.[0];
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
  const periods = Object.values(documents.period).map((period) => period(fiscalYear));
  const groups = [...new Set(points.map(({ group }) => groupLabel(group, context)))];
  const choices = (role: string): TableColumn['choices'] => {
    switch (role) {
      case 'responsible':
        return unitChoices(context);
      case 'period':
        return offered(periods);
      case 'status':
        return offered(Object.values(documents.status));
      case 'group':
        return offered(groups);
      default:
        return null;
    }
  };
  const names = DOCUMENT_NAMES.measures;
  return {
    anchor: names.sheet,
    table: names.table,
    sheetTitle: documents.sheet.measures,
    heading: [layout.title, documents.subtitle(assessment.agency, fiscalYear), documents.hint.measures],
    columns: [
      ...layoutColumns(layout, context, () => false, choices),
      ...sideColumns(context, ['group', 'origin', 'status'], choices),
    ],
    rows: points.map((point) => row(point, context)),
    staleValues: staleValues(layout, context),
    status: documents.status,
    orientation: layout.orientation,
    tab: TAB,
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

/** A heading across the printed page. */
export const headingRow = (text: string, columns: number): PrintRow => ({
  key: null,
  cells: [{ column: 0, columns, value: text, style: 'documentGroup' }],
});

const resultRow = (columns: number, { assessment, texts }: DocumentContext): PrintRow => {
  const { total, grade, ruleSet } = assessment;
  const label = ruleSet.gradeScale.grades.find(({ code }) => code === grade?.code)?.label ?? '';
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

/** Rows of a table by the group that each is in, in the order of the groups; rows of no group come last. */
export const rowsByGroup = (
  laid: LaidTable,
  groups: readonly string[],
  otherGroup: string,
): readonly (readonly [group: string, rows: readonly LaidRow[]])[] => {
  const groupOf = (row: LaidRow): string => row.texts.get('group') ?? '';
  const others = [...new Set(laid.rows.map(groupOf))].filter((group) => !groups.includes(group));
  return [...groups, ...others].flatMap((group) => {
    const rows = laid.rows.filter((row) => groupOf(row) === group);
    return rows.length === 0 && !groups.includes(group)
      ? []
      : [[group === '' ? otherGroup : group, rows] as const];
  });
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
  const blocks = groups.flatMap(([group, rows]): readonly PrintBlock[] => {
    const weak = points.filter(
      (point) => groupLabel(point.group, context) === group && point.level !== 'maintain',
    );
    const body = rows.map((entry): PrintRow => ({
      key: entry.key,
      cells: layout.columns.map(({ role }, column) => ({
        column,
        value: followedCell(laid, entry, role, count),
        style: 'documentText',
      })),
    }));
    const [first, ...rest] = body;
    const head = [headingRow(group, count), ...weak.map((point) => pointRow(point, count, context))];
    return [first === undefined ? head : [...head, first], ...rest.map((one) => [one])];
  });
  return {
    ...printFrame('measures', layout, context, laid.sheet),
    columns: layout.columns,
    blocks: context.assessment.total.score === null ? blocks : [[resultRow(count, context)], ...blocks],
    tab: TAB,
  };
};
