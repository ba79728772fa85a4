import type { Analysis } from '../app/analyze';
import { outlookOf } from '../app/outlook';
import type { Messages } from '../app/messages/messages';
import type { Assessment, Finding, InstrumentResult, IssueResult } from '../core/assess/assessment';
import { cellName, quotedSheet, rangeA1, type CellRef } from '../core/cell-address';
import { subjectKey, type AgencyReading, type ReadingIssue, type ReadFigure } from '../core/read/reading';
import type { ReadingRefusal } from '../core/read/reading-request';
import type { BesideObstacle, BesidePlan } from '../core/report/beside/place-columns';
import type { RuleSet } from '../core/rule-set';
import { SETTING_NAMES } from '../core/settings/setting-names';
import type { SettingKey, Settings } from '../core/settings/settings';
import { documentsJson } from './documents-json';
import { gainOfItem, outlookJson, yearsJson } from './outlook-json';

const cellOf = (figure: ReadFigure | null): string | null => (figure === null ? null : cellName(figure.cell));

const byInstrument = (
  instruments: readonly InstrumentResult[],
  value: (instrument: InstrumentResult) => object,
): Readonly<Record<string, object>> =>
  Object.fromEntries(instruments.map((entry) => [entry.id, value(entry)]));

const instrumentJson = ({ id, score, weight, weighted, from, parts }: InstrumentResult): object => ({
  score,
  weight,
  weighted,
  from,
  ...(id === 'EIT' ? { parts: partsJson(parts) } : {}),
});

const partsJson = (parts: InstrumentResult['parts']): Readonly<Record<string, number | null>> => ({
  '1': parts.find(({ part }) => part === '1')?.score ?? null,
  '2': parts.find(({ part }) => part === '2')?.score ?? null,
});

const reportedInstrument = ({ given, givenWeighted }: InstrumentResult): object => ({
  score: given?.value ?? null,
  weighted: givenWeighted?.value ?? null,
});

const policyJson = ({ limits: { policy, ...limits } }: Assessment): object => ({ name: policy, ...limits });

const issueJson = ({ id, name, level, items, weakest }: IssueResult): object => ({
  id,
  name,
  level,
  weakest,
  items: items.map((item) => ({ id: item.id, score: item.score, triage: item.triage })),
});

/** What was set, by an officer on the sheet or by an option; null is the year's default. */
const settingsJson = ({ values, units, overrides }: Settings): object => ({
  ...Object.fromEntries(
    (Object.keys(SETTING_NAMES) as SettingKey[]).map((key) => [key, values[key] ?? null]),
  ),
  units,
  overrides: overrides.map(({ fiscalYear, kind, groups }) => ({
    fiscalYear,
    kind,
    groups: groups.map(({ id, name, items }) => ({ id, name, items })),
  })),
});

/** Findings in the public answer, each with its sentence. */
export const findingsJson = (
  findings: readonly Finding[],
  ruleSet: RuleSet,
  messages: Messages,
): readonly object[] =>
  findings.map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    cells: finding.cells.map(cellName),
    text: messages.finding(finding, ruleSet),
  }));

/** Cells that could not be read as a score, each with its sentence. */
export const readingIssuesJson = (issues: readonly ReadingIssue[], messages: Messages): readonly object[] =>
  issues.map((issue) => ({
    code: issue.code,
    cell: cellName(issue.cell),
    text: messages.readingIssue(issue),
  }));

const agencyJson = (assessment: Assessment, messages: Messages): object => {
  const { agency, fiscalYear, indicators, instruments, subIndicators, items, total, grade } = assessment;
  const outlook = outlookOf(assessment);
  return {
    name: agency,
    fiscalYear,
    indicators: indicators.map(({ id, score, from, rank, triage, given }) => ({
      id,
      score,
      from,
      rank,
      triage,
      cell: cellOf(given),
    })),
    instruments: byInstrument(instruments, instrumentJson),
    subIndicators: subIndicators.map(({ id, score }) => ({ id, score })),
    items: items.map(({ id, score, status, triage, figure }) => ({
      id,
      score,
      status,
      triage,
      gain: gainOfItem(outlook, id),
      cell: cellOf(figure),
    })),
    policy: policyJson(assessment),
    issues: assessment.issues.groups.map(issueJson),
    itemsWithoutIssue: assessment.issues.rest.map(({ id }) => id),
    total: total.score,
    grade: grade === null ? null : { code: grade.code, certain: grade.certain },
    ...outlookJson(outlook, assessment, messages),
    reported: {
      total: total.given?.value ?? null,
      grade: assessment.reportedGrade?.code ?? null,
      instruments: byInstrument(instruments, reportedInstrument),
    },
    findings: findingsJson(assessment.findings, assessment.ruleSet, messages),
    readingIssues: readingIssuesJson(assessment.readingIssues, messages),
  };
};

const readingJson = (reading: AgencyReading, messages: Messages): object => ({
  name: reading.agency,
  nameCell: reading.agencyCell === null ? null : cellName(reading.agencyCell),
  fiscalYear: reading.fiscalYear,
  yearCell: reading.yearCell === null ? null : cellName(reading.yearCell),
  figures: reading.figures.map((figure) => ({
    subject: subjectKey(figure.subject),
    figure: figure.figure,
    status: figure.status,
    value: figure.value,
    cell: cellName(figure.cell),
    by: figure.why.by,
    label: figure.why.label,
    labelCell: cellName(figure.why.cell),
    why: messages.figureRead(figure).why,
  })),
});

/** Something that the user should know of, as the public answer says it. */
export const warningJson = (code: string, cells: readonly CellRef[], text: string): object => ({
  code,
  severity: 'warning',
  cells: cells.map(cellName),
  text,
});

/** Where results were written beside the officer's tables. */
export const besideJson = (written: BesidePlan['written']): readonly string[] =>
  written.map(({ sheet, range }) => `${quotedSheet(sheet)}!${rangeA1(range)}`);

/** What was in the way there. */
export const besideBlockedJson = (
  obstacles: readonly BesideObstacle[],
  messages: Messages,
): readonly object[] =>
  obstacles.map((entry) => warningJson('besideBlocked', entry.cells, messages.besideObstacle(entry)));

/** What every public answer about a file has, found or not. */
export const documentOf = (file: string, written: string | null, rest: object): object => ({
  schema: 1,
  file,
  written,
  agencies: [],
  findings: [],
  questions: [],
  ...rest,
});

/** The command's public answer for a workbook that was assessed; scores are 0–100 at full precision. */
export const analysisJson = (
  file: string,
  written: string | null,
  analysis: Analysis,
  messages: Messages,
  /** Whether every figure that was read is listed, with its cell and why. */
  explain = false,
): object => {
  const { documents, beside } = analysis;
  const blocked = documents.obstacles.map((obstacle) =>
    warningJson(
      obstacle.kind === 'measures' ? 'measuresBlocked' : 'documentBlocked',
      [obstacle.cell],
      messages.documents.obstacle(obstacle),
    ),
  );
  return documentOf(file, written, {
    years: yearsJson(analysis.years),
    agencies: analysis.assessments.map((assessment) => agencyJson(assessment, messages)),
    findings: [...blocked, ...besideBlockedJson(beside?.obstacles ?? [], messages)],
    ...documentsJson(documents, messages),
    ...(explain ? { readings: analysis.readings.map((reading) => readingJson(reading, messages)) } : {}),
    settings: settingsJson(analysis.settings),
    beside: besideJson(beside?.written ?? []),
  });
};

/** The command's public answer for a score form that was written. */
export const newFormJson = (file: string, fiscalYear: number): object =>
  documentOf(file, file, { form: { fiscalYear } });

/** The command's public answer for a workbook that could not be assessed: what it asks, or what it found wrong. */
export const refusalJson = (
  file: string,
  code: string,
  text: string,
  candidates: readonly string[],
  /** What the documents of the workbook show all the same. */
  others: readonly object[] = [],
): object =>
  documentOf(
    file,
    null,
    candidates.length > 0
      ? { questions: [{ code, text, candidates }], findings: others }
      : { findings: [warningJson(code, [], text), ...others] },
  );

/** Whether a refusal leaves the user a choice, and which. */
export const candidatesOf = ({ candidates }: ReadingRefusal): readonly string[] => candidates;
