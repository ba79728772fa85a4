import type { Assessment } from '../../assess/assessment';
import type { Suggest } from '../../measures/agency-library';
import type { CalendarRow, IndicatorAim, LimitSuggestion, OitElements } from '../../measures/document-data';
import type { DocumentLayout } from '../../measures/layouts';
import type { PointGroup, PointSubject } from '../../measures/weak-points';
import { OUR_NAMES } from '../../our-names';
import type { RuleSet } from '../../rule-set';
import type { Digits } from '../../settings/settings';
import type { Snapshot } from '../../snapshot';
import type { AnalysisLayout } from '../analysis/layout';
import type { ReportTexts } from '../report-texts';
import { quoted } from '../sheet-parts';
import type { AdviceInWorkbook } from './advice';
import type { DocumentValue } from './table-document';

/** What is known beforehand for the documents, as data. */
export type DocumentData = {
  readonly layouts: readonly DocumentLayout[];
  readonly oitElements: readonly OitElements[];
  readonly indicatorAims: readonly IndicatorAim[];
  readonly calendar: readonly CalendarRow[];
  readonly limits: readonly LimitSuggestion[];
};

/** What the documents are made from besides one another. */
export type DocumentBasis = {
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
  readonly digits: Digits;
  /** Name of the cells that hold them. */
  readonly unitsName: string;
};

/** What every document is made from, and what the assessor recommends; null where the workbook has no table of it. */
export type DocumentContext = DocumentBasis & { readonly advice: AdviceInWorkbook | null };

/** Name of a subject by the rules of a year; blank where they have none. */
export const subjectName = (subject: PointSubject, { indicators, items, issueGroups }: RuleSet): string => {
  switch (subject.kind) {
    case 'indicator':
      return indicators.find(({ id }) => id === subject.indicator)?.name ?? '';
    case 'item':
      return items.find(({ id }) => id === subject.id)?.name ?? '';
    case 'issue':
      return issueGroups.find(({ id }) => id === subject.id)?.name ?? '';
  }
};

/** A subject as our tables name it. */
export const subjectLabel = (
  subject: PointSubject,
  { assessment, texts: { documents } }: DocumentBasis,
): string => {
  const name = subjectName(subject, assessment.ruleSet);
  return subject.kind === 'indicator'
    ? documents.indicator(subject.indicator, name)
    : documents[subject.kind](subject.id, name);
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
