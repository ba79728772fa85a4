import { messagesEn } from '../../src/app/messages/en';
import type { SettingProblem } from '../../src/core/settings/settings';
import type { Messages } from '../../src/app/messages/messages';
import { messagesTh } from '../../src/app/messages/th';
import type { Finding } from '../../src/core/assess/assessment';
import type { WhatIfRefusal } from '../../src/core/assess/what-if';
import type { ReadingIssue } from '../../src/core/read/reading';
import type { DemandCode, GapCode, RemarkCode } from '../../src/core/measures/checked-documents';
import type { DocumentObstacle } from '../../src/core/report/documents/table-document';
import type { BesideObstacle } from '../../src/core/report/beside/place-columns';
import type { ReadingRefusal } from '../../src/core/read/reading-request';
import type { CopyRefusal, MergeObstacle } from '../../src/app/merge';
import type { WorkbookRefusal } from '../../src/app/workbook-port';
import { ruleSets } from '../../src/rules/rule-sets';

const ruleSet = ruleSets.forYear(2567);
if (ruleSet === undefined) throw new Error('No rules of 2567');

const cell = { sheet: 'คะแนน', row: 4, column: 2 };
const params = {
  subject: '2',
  figure: 'score',
  printed: '88.13',
  ours: '88.14',
  exact: '88.1400',
  used: '2567',
  other: '90.00',
  instrument: 'EIT',
  items: 'e8',
  allowed: '0, 100',
  stated: '2566',
  cell: "'คะแนน'!C5",
  text: 'abc',
  problem: 'foreignLabels',
  sheet: 'คะแนน',
  sheets: 'คะแนน',
  year: '2561',
  agency: 'เทศบาล',
  setting: 'target',
  reason: 'unreadable',
  indicators: '1, 2',
};

const FINDINGS: Readonly<Record<Finding['code'], true>> = {
  truncated: true,
  roundedElsewhere: true,
  differs: true,
  conflict: true,
  gradeDiffers: true,
  rankDiffers: true,
  itemsMissing: true,
  scoreNotAllowed: true,
  yearContradiction: true,
  settingIgnored: true,
  itemsNeeded: true,
  claimDiffers: true,
  claimBeyondTotal: true,
  claimNotExtreme: true,
  claimNotAbove: true,
  claimCount: true,
  otherAgency: true,
  pastYear: true,
  dateOutsideYear: true,
  rowsRepeated: true,
  numberingJumps: true,
};
const REASONS: Readonly<Record<SettingProblem['reason'], true>> = {
  unreadable: true,
  notAdmissible: true,
  unknownGroup: true,
  unknownItem: true,
  itemTwice: true,
  itemLeftOver: true,
};
const ISSUES: Readonly<Record<ReadingIssue['code'], true>> = {
  unreadableScore: true,
  errorInCell: true,
  outOfRange: true,
  scoreIsDate: true,
  foreignItem: true,
  hiddenSheet: true,
  hiddenRows: true,
  otherTable: true,
  fractions: true,
};
const REFUSALS: Readonly<Record<ReadingRefusal['code'], true>> = {
  sheetNotFound: true,
  noScores: true,
  areaUnread: true,
  otherFramework: true,
  yearUnknown: true,
  yearNotFound: true,
  yearUnsupported: true,
  yearHistory: true,
  agencyNotFound: true,
  severalAgencies: true,
  severalTables: true,
};
const BESIDE: Readonly<Record<BesideObstacle['code'], true>> = {
  cellsTaken: true,
  sheetProtected: true,
  sheetFull: true,
};
const WORKBOOKS: Readonly<Record<WorkbookRefusal['code'], true>> = {
  emptyFile: true,
  oldXls: true,
  ods: true,
  xlsb: true,
  notZip: true,
  notWorkbook: true,
  encrypted: true,
  unsupportedZip: true,
  damaged: true,
  unsafe: true,
  tooLarge: true,
  sheetTooLarge: true,
  protectedSheet: true,
  protectedWorkbook: true,
  arrayFormula: true,
  sharedFormula: true,
  mergedCell: true,
  tableHeader: true,
  textTooLong: true,
  sheetNameTaken: true,
  nameTaken: true,
  tableOverlap: true,
  cellEditMode: true,
  accessDenied: true,
  payloadTooLarge: true,
  outOfMemory: true,
  changedMeanwhile: true,
  changedSinceRead: true,
  editedSince: true,
  filteredRows: true,
  pivotTable: true,
  readOnly: true,
  halfWritten: true,
  olderExcel: true,
  noSelection: true,
  unexpected: true,
};

const codesOf = <Code extends string>(codes: Readonly<Record<Code, true>>): readonly Code[] =>
  Object.keys(codes) as Code[];

const WHAT_IF: Readonly<Record<WhatIfRefusal['code'], true>> = {
  unknown: true,
  twice: true,
  outOfScale: true,
  notAllowed: true,
  computed: true,
  noScore: true,
};

const OBSTACLES: Readonly<Record<DocumentObstacle['code'], true>> = {
  blocked: true,
  filtered: true,
  noKeyColumn: true,
};
const COPIES: Readonly<Record<CopyRefusal['code'], true>> = {
  otherYear: true,
  otherAgency: true,
  noTables: true,
  noCommonRows: true,
};
const MERGE_OBSTACLES: readonly MergeObstacle[] = [
  ...codesOf(OBSTACLES).map((code) => ({ kind: 'measures', code, cell, cells: 3, rows: 1 }) as const),
  { kind: 'measures', code: 'copyWithoutKeys', cell, file: 'a.xlsx' },
];
const GAPS: Readonly<Record<GapCode, true>> = {
  noDocument: true,
  noColumn: true,
  noRow: true,
  emptyCell: true,
};
const DEMANDS: Readonly<Record<DemandCode, true>> = {
  urgentNamed: true,
  improveNamed: true,
  everyIndicator: true,
  everyIssue: true,
  weakItems: true,
  measure: true,
  steps: true,
  responsible: true,
  period: true,
  followUp: true,
  limits: true,
  suggestions: true,
};
const DOCUMENT_REMARKS: Readonly<Record<RemarkCode, true>> = {
  rowsRepeated: true,
  dateOutside: true,
  otherAgency: true,
  drafts: true,
  notWeak: true,
  adviceUnanswered: true,
};
const DOCUMENT_PARAMS = {
  items: '“ข้อ e12”',
  first: '6',
  second: '8',
  dates: '“ต.ค. 2569”',
  year: '2566',
  other: 'เทศบาลอื่น',
  agency: '“เทศบาลนี้”',
  count: '3',
};

const sentences = (messages: Messages): readonly (readonly [string, string])[] => [
  ...codesOf(FINDINGS).map(
    (code) =>
      [code, messages.finding({ code, severity: 'warning', cells: [cell], params }, ruleSet)] as const,
  ),
  ...codesOf(REASONS).map((reason) => {
    const about = { ...params, reason, setting: 'subIndicators' };
    const ignored = { code: 'settingIgnored', severity: 'warning', cells: [cell], params: about } as const;
    return [reason, messages.finding(ignored, ruleSet)] as const;
  }),
  ...codesOf(ISSUES).map((code) => [code, messages.readingIssue({ code, cell, params })] as const),
  ...codesOf(REFUSALS).map(
    (code) => [code, messages.readingRefusal({ code, params, candidates: ['2565'], samples: [] })] as const,
  ),
  ...codesOf(WORKBOOKS).map((code) => [code, messages.workbookRefusal({ code, cell: params.cell })] as const),
  ...codesOf(OBSTACLES).map(
    (code) => [code, messages.documents.obstacle({ kind: 'measures', code, cell, rows: 2 })] as const,
  ),
  ...codesOf(GAPS).map(
    (code) =>
      [code, messages.documents.gap(code, { kind: 'issues', role: 'steps', label: params.subject })] as const,
  ),
  ...codesOf(DEMANDS).map((demand) => [demand, messages.documents.demand[demand]] as const),
  ...codesOf(DOCUMENT_REMARKS).map(
    (code) => [code, messages.documents.remark(code, DOCUMENT_PARAMS)] as const,
  ),
  ...codesOf(COPIES).map(
    (code) => [code, messages.merge.copyRefusal({ code, params: { own: '2566', main: '2567' } })] as const,
  ),
  ...MERGE_OBSTACLES.map(
    (obstacle) => [`merge ${obstacle.code}`, messages.merge.obstacle(obstacle, (file) => file)] as const,
  ),
  ...codesOf(BESIDE).map(
    (code) => [code, messages.besideObstacle({ code, sheet: cell.sheet, cells: [cell] })] as const,
  ),
  ...codesOf(WHAT_IF).map(
    (code) =>
      [
        `what-if ${code}`,
        messages.outlook.whatIfRefusal({ code, subject: 'o9', value: 50, allowed: [0, 100] }, ruleSet),
      ] as const,
  ),
];

test.each(sentences(messagesTh))('%s has a Thai sentence', (_, sentence) => {
  expect(sentence).toMatch(/[ก-๙]{5}/);
  expect(sentence).not.toMatch(/undefined|\{|\}/);
});

test.each(sentences(messagesEn))('%s has an English sentence', (_, sentence) => {
  expect(sentence).toMatch(/^[A-Z“\d].{15}/);
  expect(sentence).not.toMatch(/undefined|\{|\}/);
  // What is quoted from the workbook stays Thai.
  const own = [...Object.values(params), 'คะแนน'].reduce((rest, word) => rest.replaceAll(word, ''), sentence);
  expect(own.replace(/“.*?”/g, '')).not.toMatch(/[ก-๙]/);
});

test.each([
  ['reading issues', codesOf(ISSUES).map((code) => messagesTh.readingIssue({ code, cell, params }))],
  [
    'a wrong score',
    [messagesTh.finding({ code: 'scoreNotAllowed', severity: 'warning', cells: [cell], params }, ruleSet)],
  ],
  [
    'cells beside a table',
    [messagesTh.besideObstacle({ code: 'cellsTaken', sheet: cell.sheet, cells: [cell] })],
  ],
  [
    'tables in which rows could not be added',
    codesOf(OBSTACLES).map((code) =>
      messagesTh.documents.obstacle({ kind: 'measures', code, cell, rows: 1 }),
    ),
  ],
  [
    'tables into which nothing was merged',
    MERGE_OBSTACLES.map((obstacle) => messagesTh.merge.obstacle(obstacle, (file) => file)),
  ],
])('%s name the cell and say what to do', (_, texts) => {
  for (const text of texts) {
    expect(text).toContain("'คะแนน'!C5");
    expect(text).toContain('โปรด');
  }
});

test.each([
  ['Thai', messagesTh],
  ['English', messagesEn],
])('what is wrong with a file is placed as closely as it is known, in %s', (_, messages) => {
  const part = 'xl/worksheets/sheet1.xml';
  for (const code of ['damaged', 'unsafe', 'tooLarge', 'sheetTooLarge'] as const) {
    const sentence = (place: Omit<WorkbookRefusal, 'code'>): string =>
      messages.workbookRefusal({ code, ...place });
    expect(sentence({})).not.toContain('(part');
    expect(sentence({ part })).toContain(part);
    expect(sentence({ part, sheet: 'คะแนน' })).toMatch(/[“«]คะแนน[”»].*sheet1\.xml/);
    expect(sentence({ part, sheet: 'คะแนน', cell: params.cell })).toMatch(/'คะแนน'!C5 .*sheet1\.xml/);
  }
});
