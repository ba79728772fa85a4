import type { Assessment } from '../../assess/assessment';
import type { PlannedName, SheetPlan } from '../../change-plan';
import type { AdviceState } from '../../measures/advice';
import { libraryRows, suggestIn, type LibraryRow } from '../../measures/agency-library';
import { inUse } from '../../measures/in-use';
import { findKeyedTable, type FoundTable } from '../../measures/keyed-table';
import { DOCUMENT_KINDS, layoutFor, type DocumentKind, type DocumentLayout } from '../../measures/layouts';
import type { LibraryEntry } from '../../measures/library';
import { MEASURE_DEMANDS, type MeasuresDemands, type Readiness } from '../../measures/checked-documents';
import { checkReadiness } from '../../measures/readiness';
import { checkResults, type ResultsDemands, type ResultsState } from '../../measures/results-state';
import { documentsIn, OUR_NAMES } from '../../our-names';
import type { RuleSets } from '../../rule-set';
import type { Digits } from '../../settings/settings';
import type { Snapshot } from '../../snapshot';
import type { AnalysisLayout } from '../analysis/layout';
import type { ReportTexts } from '../report-texts';
import { adviceInWorkbook, adviceState, unansweredAdvice } from './advice';
import { indicatorRows } from './analysis';
import type { DocumentBasis, DocumentContext, DocumentData } from './document-context';
import { DRAFT_ROLES, printOf, tableOf } from './document-kinds';
import { issueRows } from './issues';
import { libraryTable, planLibrarySheet } from './library-sheet';
import { keyedPoints } from './measures';
import { planPrintSheet } from './print-sheet';
import { planReadinessSheet } from './readiness-sheet';
import { planResultsSheet } from './results-sheet';
import { layTable, type DocumentObstacle, type LaidTable } from './table-document';
import { planTableSheet, type TableLooks } from './table-sheet';

/** Everything that the documents are made from besides scores and workbook. */
export type DocumentSources = {
  readonly library: readonly LibraryEntry[];
  readonly data: DocumentData;
  readonly demands: readonly MeasuresDemands[];
  readonly resultsDemands: readonly ResultsDemands[];
  readonly ruleSets: RuleSets;
};

/** What the user and the settings say of the documents. */
export type DocumentChoices = {
  /** Documents that are asked for; those that are there are kept up to date besides. */
  readonly kinds: readonly DocumentKind[];
  /** Layout of the measures; undefined for that of the year. */
  readonly layout: string | undefined;
  readonly units: readonly string[];
  readonly unitsName: string;
  readonly digits: Digits;
};

export type PlannedDocuments = {
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly PlannedName[];
  readonly obstacles: readonly (DocumentObstacle & { readonly kind: DocumentKind })[];
  /** Documents that the workbook has once the plan is applied. */
  readonly kinds: readonly DocumentKind[];
  /** Those that it has already; they stay whatever is chosen. */
  readonly there: readonly DocumentKind[];
  /** Null where there are no measures. */
  readonly readiness: Readiness | null;
  /** Null where there is no report of results. */
  readonly results: ResultsState | null;
  /** What the assessor recommends; null where the workbook has no table of it. */
  readonly advice: AdviceState | null;
  /** The tables in which officers work, as they stand once the plan is applied. */
  readonly tables: readonly { readonly kind: DocumentKind; readonly laid: LaidTable }[];
  /** Whether a text is a suggestion of ours, and whether it is what belongs into a cell that is open. */
  readonly isDraft: (text: string) => boolean;
  readonly isPrompt: (text: string) => boolean;
};

type Planned = { readonly sheet: SheetPlan; readonly names: readonly PlannedName[] };

type Made = {
  readonly kind: DocumentKind;
  readonly laid: LaidTable | null;
  readonly parts: readonly Planned[];
};

/** Every text that is a draft as it stands: of the library, and of the agency's own rows in it. */
const draftTexts = (rows: readonly LibraryRow[], found: FoundTable | undefined): ReadonlySet<string> => {
  const roles = ['measure', 'approach', 'steps', 'period', 'followUp'] as const;
  const own = found?.rows ?? [];
  return new Set([
    ...rows.flatMap(({ suggestion }) => roles.map((role) => suggestion[role])),
    ...own.flatMap(({ texts }) => roles.map((role) => texts.get(role) ?? '')),
  ]);
};

/** A memo is about a report, and a report about measures: who asks for one gets what it is made from. */
const withWhatTheyNeed = (kinds: readonly DocumentKind[]): readonly DocumentKind[] => [
  ...kinds,
  ...(kinds.includes('memo') ? (['results', 'measures'] as const) : []),
  ...(kinds.includes('results') ? (['measures'] as const) : []),
];

/**
 * Plans the documents that are asked for and those that the workbook has: the tables in which officers work, the sheets
 * that are printed from them, the library of measures, and what is still missing of what the assessment asks for.
 */
export const planDocuments = (
  snapshot: Snapshot,
  assessment: Assessment,
  analysis: { readonly layout: AnalysisLayout; readonly sheet: string },
  texts: ReportTexts,
  { library, data, demands, resultsDemands, ruleSets }: DocumentSources,
  { kinds: chosenKinds, layout: chosen, ...choices }: DocumentChoices,
): PlannedDocuments => {
  const { fiscalYear, ruleSet } = assessment;
  const { documents } = texts;
  const layoutOfKind = (kind: DocumentKind): DocumentLayout | undefined =>
    layoutFor(data.layouts, kind, fiscalYear, kind === 'measures' ? chosen : undefined);
  const measuresLayout = layoutOfKind('measures');
  const rows = libraryRows(library, ruleSet, {
    period: (period) => documents.period[period](fiscalYear),
    followUp: measuresLayout?.followedUpByRounds === true ? documents.rounds : null,
  });
  const ownLibrary = findKeyedTable(snapshot, libraryTable(texts));
  const basis: DocumentBasis = {
    ...{ snapshot, assessment, texts, data, ...choices },
    nextRules: ruleSets.forYear(fiscalYear + 1) ?? null,
    analysis: analysis.layout,
    suggest: suggestIn(ownLibrary, rows),
  };
  const context: DocumentContext = { ...basis, advice: adviceInWorkbook(basis) };
  const points = measuresLayout === undefined ? [] : keyedPoints(measuresLayout, context);
  const there = documentsIn(snapshot);
  const asked = withWhatTheyNeed(chosenKinds);
  const canBe = (kind: DocumentKind): boolean => {
    if (there.includes(kind)) return true;
    if (kind === 'measures') return points.length > 0;
    if (kind === 'results' || kind === 'memo') return there.includes('measures') || points.length > 0;
    return kind !== 'issues' || ruleSet.issueGroups.length > 0;
  };
  const kinds = DOCUMENT_KINDS.filter(
    (kind) => (asked.includes(kind) || there.includes(kind)) && canBe(kind),
  );
  const looksOf = (kind: DocumentKind): TableLooks => ({
    texts: documents,
    footer: texts.page.footer,
    libraryTexts: OUR_NAMES.libraryTexts,
    ...DRAFT_ROLES[kind],
  });
  const made: Made[] = [];
  const laidOf = (kind: DocumentKind): LaidTable | null =>
    made.find((one) => one.kind === kind)?.laid ?? null;
  for (const kind of kinds) {
    const layout = layoutOfKind(kind);
    if (layout === undefined) continue;
    const before = { measures: laidOf('measures'), results: laidOf('results') };
    const document = tableOf(kind, layout, points, before, context);
    const laid =
      document === null
        ? null
        : layTable(snapshot, document, findKeyedTable(snapshot, document), texts.freeSheetName);
    const print = printOf(kind, layout, laid, points, before, context, analysis.sheet);
    made.push({
      kind,
      laid,
      parts: [
        ...(laid === null ? [] : [planTableSheet(snapshot, laid, looksOf(kind))]),
        ...(print === null ? [] : [planPrintSheet(snapshot, print, texts.freeSheetName)]),
      ],
    });
  }
  const wanted = inUse(demands, fiscalYear);
  const drafts = draftTexts(rows, ownLibrary);
  const isDraft = (text: string): boolean => drafts.has(text);
  const isPrompt = (text: string): boolean => text.trim().startsWith(documents.prompt.begin);
  const measures = laidOf('measures');
  const roles = measuresLayout?.columns.map(({ role }): string => role) ?? [];
  const tables = made.flatMap(({ kind, laid }) => (laid === null ? [] : [{ kind, laid }]));
  const readiness =
    measures === null || wanted === undefined
      ? null
      : checkReadiness(
          {
            ...{ assessment, points, isPrompt, measureRoles: roles },
            tables: Object.fromEntries(tables.map(({ kind, laid }) => [kind, laid])),
            indicatorRows: indicatorRows(context),
            issueRows: issueRows(context),
            isDraft,
            unanswered: unansweredAdvice(points, context),
            accepted: documents.status.accepted,
          },
          wanted,
          ruleSets,
        );
  const reported = laidOf('results');
  const asksOfResults = inUse(resultsDemands, fiscalYear);
  const results =
    reported === null || asksOfResults === undefined
      ? null
      : checkResults(reported, assessment, asksOfResults, ruleSets, {
          progress: documents.progress,
          isPrompt,
        });
  const readinessSheet =
    readiness === null
      ? []
      : [
          planReadinessSheet(snapshot, {
            readiness,
            measures,
            roles: ['measure', ...MEASURE_DEMANDS.filter((role) => roles.includes(role))],
            texts,
            isPrompt,
          }),
        ];
  // Drafts are told by the texts of the library; without it the formulas that mark them would name what is not there.
  const librarySheet = kinds.some((kind) => DRAFT_ROLES[kind].libraryRoles.length > 0)
    ? [planLibrarySheet(snapshot, ownLibrary, rows, ruleSet, texts)]
    : [];
  const resultsSheet =
    reported === null || results === null
      ? []
      : [planResultsSheet(snapshot, { results, laid: reported, texts })];
  const checks: Partial<Readonly<Record<DocumentKind, readonly Planned[]>>> = {
    measures: readinessSheet,
    results: resultsSheet,
  };
  // A check comes right after the document that it is about.
  const parts: readonly Planned[] = [
    ...made.flatMap((one) => [...one.parts, ...(checks[one.kind] ?? [])]),
    ...librarySheet,
  ];
  return {
    sheets: parts.map(({ sheet }) => sheet),
    names: parts.flatMap(({ names }) => names),
    obstacles: tables.flatMap(({ kind, laid: { obstacle } }) =>
      obstacle === null ? [] : [{ ...obstacle, kind }],
    ),
    kinds,
    there,
    readiness,
    results,
    advice: context.advice === null ? null : adviceState(context.advice),
    tables,
    isDraft,
    isPrompt,
  };
};
