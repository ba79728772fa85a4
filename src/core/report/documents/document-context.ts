import type { Assessment } from '../../assess/assessment';
import { absoluteRangeA1, columnLetters, quotedSheet } from '../../cell-address';
import type { Suggest } from '../../measures/agency-library';
import type { CalendarRow, IndicatorAim, LimitSuggestion, OitElements } from '../../measures/document-data';
import { KEY } from '../../measures/keyed-table';
import { layoutsOf, type DocumentKind, type DocumentLayout } from '../../measures/layouts';
import type { PointGroup, PointSubject } from '../../measures/weak-points';
import { DOCUMENT_NAMES, OUR_NAMES } from '../../our-names';
import type { RuleSet } from '../../rule-set';
import type { Snapshot } from '../../snapshot';
import type { AnalysisLayout } from '../analysis/layout';
import type { ReportTexts } from '../report-texts';
import { quoted } from '../sheet-parts';
import type { StyleName } from '../styles';
import type { DocumentTexts } from './document-texts';
import type { PrintCell, PrintDocument } from './print-sheet';
import type { DocumentValue, LaidTable, TableColumn } from './table-document';

/** What is known beforehand for the documents, as data. */
export type DocumentData = {
  readonly layouts: readonly DocumentLayout[];
  readonly oitElements: readonly OitElements[];
  readonly indicatorAims: readonly IndicatorAim[];
  readonly calendar: readonly CalendarRow[];
  readonly limits: readonly LimitSuggestion[];
};

/** What every document is made from. */
export type DocumentContext = {
  readonly snapshot: Snapshot;
  readonly assessment: Assessment;
  /** Rules of the year after the scores; null where there are none yet. */
  readonly nextRules: RuleSet | null;
  readonly analysis: AnalysisLayout;
  readonly texts: ReportTexts;
  readonly data: DocumentData;
  readonly suggest: Suggest;
  /** Divisions of the agency; empty where none are set. */
  readonly units: readonly string[];
  /** Name of the cells that hold them. */
  readonly unitsName: string;
};

/** A subject as our tables name it. */
export const subjectLabel = (subject: PointSubject, { assessment, texts }: DocumentContext): string => {
  const { indicators, items, issueGroups } = assessment.ruleSet;
  switch (subject.kind) {
    case 'indicator':
      return texts.documents.indicator(
        subject.indicator,
        indicators.find(({ id }) => id === subject.indicator)?.name ?? '',
      );
    case 'item':
      return texts.documents.item(subject.id, items.find(({ id }) => id === subject.id)?.name ?? '');
    case 'issue':
      return texts.documents.issue(subject.id, issueGroups.find(({ id }) => id === subject.id)?.name ?? '');
  }
};

/** Heading of a group of rows. */
export const groupLabel = ({ by, id }: PointGroup, context: DocumentContext): string => {
  const { ruleSet } = context.assessment;
  const { documents } = context.texts;
  switch (by) {
    case 'level':
      return id === 'urgent' || id === 'improve' || id === 'maintain' ? documents.level[id] : '';
    case 'instrument': {
      const name = ruleSet.instruments.find((instrument) => instrument.id === id)?.name ?? '';
      return `${name} (${id})`;
    }
    case 'issue':
      return subjectLabel({ kind: 'issue', id }, context);
    case 'indicator':
      return subjectLabel({ kind: 'indicator', indicator: Number(id) }, context);
    case 'subIndicator':
      return documents.subIndicator(id, ruleSet.subIndicators.find((sub) => sub.id === id)?.name ?? '');
    case 'stage':
    case 'none':
      return id;
  }
};

const lookUp = (values: string, codes: string, code: string | number): string =>
  `IFERROR(INDEX(${values},MATCH(${typeof code === 'number' ? code : quoted(code)},${codes},0)),"")`;

/** The score of an indicator or item, live over the analysis sheet wherever its row moves to. */
export const scoreValue = (
  subject: PointSubject,
  { assessment, analysis }: DocumentContext,
): DocumentValue => {
  if (subject.kind === 'issue') return null;
  if (subject.kind === 'indicator') {
    const value = assessment.indicators.find(({ id }) => id === subject.indicator)?.score ?? '';
    return { formula: lookUp(OUR_NAMES.indicatorScores, OUR_NAMES.indicatorCodes, subject.indicator), value };
  }
  if (analysis.items === null) return null;
  const value = assessment.items.find(({ id }) => id === subject.id)?.score ?? '';
  return { formula: lookUp(OUR_NAMES.itemScores, OUR_NAMES.itemCodes, subject.id), value };
};

/** The group of the triage in words, live over the analysis sheet. */
export const triageValue = (
  subject: PointSubject,
  { assessment, analysis, texts }: DocumentContext,
): DocumentValue => {
  const word = (level: keyof ReportTexts['triage'] | null | undefined): string =>
    level === null || level === undefined ? '' : texts.triage[level];
  if (subject.kind === 'issue') return null;
  if (subject.kind === 'indicator') {
    const value = word(assessment.indicators.find(({ id }) => id === subject.indicator)?.triage);
    return { formula: lookUp(OUR_NAMES.indicatorGroups, OUR_NAMES.indicatorCodes, subject.indicator), value };
  }
  if (analysis.items === null) return null;
  const value = word(assessment.items.find(({ id }) => id === subject.id)?.triage);
  return { formula: lookUp(OUR_NAMES.itemGroups, OUR_NAMES.itemCodes, subject.id), value };
};

/** A cell of the table that a printed document is made from, followed by its row's key, or by place where it has none. */
export const followedCell = (
  laid: LaidTable,
  row: LaidTable['rows'][number],
  role: string,
  keyColumn: number,
): PrintCell['value'] => {
  const column = laid.columns.get(role);
  const value = row.texts.get(role) ?? '';
  if (column === undefined) return value;
  const sheet = `${quotedSheet(laid.sheet)}!`;
  const letters = columnLetters(column);
  const keys = laid.columns.get(KEY);
  if (row.key === null || keys === undefined)
    return { formula: `${sheet}$${letters}$${row.row + 1}&""`, value };
  const cells = (own: number): string =>
    `${sheet}${absoluteRangeA1({ top: laid.range.top + 1, left: own, bottom: laid.range.bottom, right: own })}`;
  return (at) => ({
    formula: `IFERROR(INDEX(${cells(column)},MATCH($${columnLetters(keyColumn)}${at + 1},${cells(keys)},0))&"","")`,
    value,
  });
};

const STYLE_OF: Readonly<Record<string, StyleName>> = {
  score: 'documentScore',
  code: 'documentCentered',
  instrument: 'documentCentered',
  triage: 'documentCentered',
};

/** Look of the cells of a role in the table that officers work in. */
export const styleOfRole = (role: string): StyleName => STYLE_OF[role] ?? 'measureOpen';

/** Columns of a layout in the table, found again under the headings of every layout of the kind. */
export const layoutColumns = (
  layout: DocumentLayout,
  { data }: DocumentContext,
  isLive: (role: string) => boolean,
  choices: (role: string) => TableColumn['choices'],
): readonly TableColumn[] =>
  layout.columns.map(({ role, heading, width }) => {
    const others = layoutsOf(data.layouts, layout.kind).flatMap(({ columns }) =>
      columns.flatMap((column) => (column.role === role ? column.heading : [])),
    );
    return {
      role,
      headings: [heading, ...others],
      width,
      isPrinted: true,
      style: styleOfRole(role),
      isLive: isLive(role),
      choices: choices(role),
    };
  });

/** Columns right of the printed page: what the rows are gathered by, their state and their key. */
export const sideColumns = (
  { texts }: DocumentContext,
  roles: readonly Exclude<keyof DocumentTexts['side'], 'key'>[],
  choices: (role: string) => TableColumn['choices'] = () => null,
): readonly TableColumn[] =>
  ([...roles, KEY] as const).map((role) => ({
    role,
    headings: [texts.documents.side[role]] as const,
    width: role === 'group' || role === 'origin' || role === 'evidence' ? 30 : 18,
    isPrinted: false,
    style: 'measureSide' as const,
    isLive: role === 'group' || role === 'triage' || role === 'origin',
    choices: choices(role),
  }));

/** Words of a printed document that are the same for all kinds. */
export const printFrame = (
  kind: DocumentKind,
  layout: DocumentLayout,
  { assessment, texts }: DocumentContext,
  tableSheet: string,
): Omit<PrintDocument, 'blocks' | 'columns' | 'tab'> => ({
  anchor: DOCUMENT_NAMES[kind].print,
  sheetTitle: texts.documents.print[kind],
  title: layout.title,
  subtitle: texts.documents.subtitle(assessment.agency, assessment.fiscalYear),
  orientation: layout.orientation,
  side: { key: texts.documents.side.key, hint: texts.documents.printHint(tableSheet) },
  footer: texts.page.footer,
});
