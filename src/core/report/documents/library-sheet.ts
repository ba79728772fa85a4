import { absoluteRangeA1, quotedSheet } from '../../cell-address';
import type { PlannedName, SheetPlan } from '../../change-plan';
import type { LibraryRow } from '../../measures/agency-library';
import { KEY, type FoundTable, type KeyedTable } from '../../measures/keyed-table';
import { OUR_NAMES } from '../../our-names';
import type { RuleSet } from '../../rule-set';
import type { Snapshot } from '../../snapshot';
import type { ReportTexts } from '../report-texts';
import { subjectName } from './document-context';
import {
  layTable,
  type DocumentObstacle,
  type DocumentValue,
  type TableDocument,
  type TableRow,
} from './table-document';
import { planTableSheet } from './table-sheet';

const TAB = 'C55A11';

const ROLES = [
  'code',
  'name',
  'measure',
  'approach',
  'steps',
  'responsible',
  'period',
  'followUp',
  KEY,
] as const;
const WIDTHS: Readonly<Record<(typeof ROLES)[number], number>> = {
  code: 14,
  name: 30,
  measure: 34,
  approach: 34,
  steps: 52,
  responsible: 22,
  period: 26,
  followUp: 34,
  key: 18,
};

/** How the library's table is found in a workbook. */
export const libraryTable = ({ documents }: ReportTexts): KeyedTable => ({
  anchor: OUR_NAMES.librarySheet,
  table: OUR_NAMES.libraryTable,
  columns: ROLES.map((role) => ({ role, headings: [documents.library.columns[role]] })),
});

const codeOf = ({ subject }: LibraryRow, { documents }: ReportTexts): string => {
  const { code } = documents.library;
  switch (subject.kind) {
    case 'indicator':
      return code.indicator(subject.indicator);
    case 'item':
      return subject.id;
    case 'issue':
      return code.issue(subject.id);
  }
};

const rowOf = (row: LibraryRow, ruleSet: RuleSet, texts: ReportTexts): TableRow => {
  const { measure, approach, steps, unit, period, followUp } = row.suggestion;
  const code = codeOf(row, texts);
  // Items change their number from year to year, indicators and issues do not.
  const year = row.subject.kind === 'indicator' ? null : ruleSet.fiscalYear;
  return {
    key: texts.documents.library.key(code, year),
    values: new Map<string, DocumentValue>([
      ['code', code],
      ['name', subjectName(row.subject, ruleSet)],
      ['measure', measure],
      ['approach', approach],
      ['steps', steps],
      ['responsible', unit],
      ['period', period],
      ['followUp', followUp],
    ]),
  };
};

/** Plans the visible sheet with the library: what is suggested for each indicator, item and issue of the year. */
export const planLibrarySheet = (
  snapshot: Snapshot,
  found: FoundTable | undefined,
  rows: readonly LibraryRow[],
  ruleSet: RuleSet,
  texts: ReportTexts,
): {
  readonly sheet: SheetPlan;
  readonly names: readonly PlannedName[];
  readonly obstacle: DocumentObstacle | null;
} => {
  const { library } = texts.documents;
  const document: TableDocument = {
    ...libraryTable(texts),
    sheetTitle: library.sheet,
    heading: [library.title, library.subtitle(ruleSet.fiscalYear), library.hint],
    columns: ROLES.map((role) => ({
      role,
      headings: [library.columns[role]] as const,
      width: WIDTHS[role],
      isPrinted: role !== KEY,
      style: role === KEY ? ('measureSide' as const) : ('documentText' as const),
      isLive: false,
      choices: null,
    })),
    rows: rows.map((row) => rowOf(row, ruleSet, texts)),
    staleValues: () => new Map(),
    status: null,
    orientation: 'landscape',
    tab: TAB,
  };
  const laid = layTable(snapshot, document, found, texts.freeSheetName);
  const { sheet, names } = planTableSheet(snapshot, laid, {
    texts: texts.documents,
    footer: texts.page.footer,
    libraryRoles: [],
    libraryTexts: OUR_NAMES.libraryTexts,
    openRoles: [],
    draftRoles: [],
  });
  const columns = ROLES.flatMap((role) =>
    role === 'code' || role === 'name' || role === KEY ? [] : (laid.columns.get(role) ?? []),
  );
  const area = {
    top: laid.range.top + 1,
    left: Math.min(...columns),
    bottom: laid.range.bottom,
    right: Math.max(...columns),
  };
  return {
    sheet,
    names: [
      ...names,
      ...(columns.length === 0
        ? []
        : [
            {
              name: OUR_NAMES.libraryTexts,
              refersTo: `${quotedSheet(laid.sheet)}!${absoluteRangeA1(area)}`,
            },
          ]),
    ],
    obstacle: laid.obstacle,
  };
};
