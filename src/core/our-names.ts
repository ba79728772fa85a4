import { parseSheetRange, type CellRange } from './cell-address';
import { DOCUMENT_KINDS, type DocumentKind } from './measures/layouts';
import type { Snapshot } from './snapshot';

/** Names by which sheets and cells of ours are recognised in a workbook, wherever they were moved to. */
export const OUR_NAMES = {
  analysis: 'ITA_Analysis',
  total: 'ITA_Total',
  grade: 'ITA_Grade',
  chartData: 'ITA_ChartData',
  whatIf: 'ITA_WhatIf',
  /** Codes, scores and groups of the indicators and of the items on the analysis sheet, for formulas of other sheets. */
  indicatorCodes: 'ITA_IndicatorCodes',
  indicatorScores: 'ITA_IndicatorScores',
  indicatorGroups: 'ITA_IndicatorGroups',
  itemCodes: 'ITA_ItemCodes',
  itemScores: 'ITA_ItemScores',
  itemGroups: 'ITA_ItemGroups',
  beside: 'ITA_Beside',
  settings: 'ITA_Settings',
  librarySheet: 'ITA_LibrarySheet',
  libraryTable: 'ITA_Library',
  /** Cells with the texts of the library, against which drafts are told from what an officer wrote. */
  libraryTexts: 'ITA_LibraryTexts',
  readiness: 'ITA_Readiness',
  resultsReadiness: 'ITA_ResultsReadiness',
  conflicts: 'ITA_Conflicts',
  /** Sheets of many agencies: what sums them up, the limits on it, and what does not add up among them. */
  manySummary: 'ITA_ManySummary',
  manyLimits: 'ITA_ManyLimits',
  manyRemarks: 'ITA_ManyRemarks',
} as const;

/** Names of the sheets of a year's many agencies: the results with their table, and the scores read from text. */
export const manyNames = (
  fiscalYear: number,
): { readonly sheet: string; readonly table: string; readonly scores: string } => ({
  sheet: `ITA_Agencies_${fiscalYear}`,
  table: `ITA_AgencyTable_${fiscalYear}`,
  scores: `ITA_ManyScores_${fiscalYear}`,
});

const OF_MANY = /^ITA_(?:Agencies|ManyScores)_\d{4}$/;

/** Names of a document: of its sheet's cells, its native table, and the sheet that is printed from it. */
export type DocumentNames = { readonly sheet: string; readonly table: string; readonly print: string };

const namesFor = (stem: string): DocumentNames => ({
  sheet: `${stem}Sheet`,
  table: stem,
  print: `${stem}Print`,
});

export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, DocumentNames>> = {
  measures: namesFor('ITA_Measures'),
  analysis: namesFor('ITA_Indicators'),
  issues: namesFor('ITA_Issues'),
  scores: namesFor('ITA_Scores'),
  oit: namesFor('ITA_OIT'),
  calendar: namesFor('ITA_Calendar'),
  limits: namesFor('ITA_Limits'),
  results: namesFor('ITA_Results'),
  memo: namesFor('ITA_Memo'),
  advice: namesFor('ITA_Advice'),
};

/** Where a defined name of ours points. */
export type NamedPlace = { readonly sheet: string; readonly range: CellRange };

/** Place of a name in the workbook; undefined where it is not defined or its sheet is gone. */
export const placeOfName = (snapshot: Snapshot, name: string): NamedPlace | undefined => {
  const defined = snapshot.names.find((entry) => entry.scope === null && entry.name === name);
  const place = parseSheetRange(defined?.refersTo ?? '');
  const exists = snapshot.sheets.some((entry) => entry.name === place?.sheet);
  return exists ? place : undefined;
};

/** Documents that a workbook has, as tables to work in or as printed sheets. */
export const documentsIn = (snapshot: Snapshot): readonly DocumentKind[] =>
  DOCUMENT_KINDS.filter((kind) => {
    const { sheet, print, table } = DOCUMENT_NAMES[kind];
    return (
      [sheet, print].some((name) => placeOfName(snapshot, name) !== undefined) ||
      snapshot.sheets.some(({ tables }) => tables.some(({ name }) => name === table))
    );
  });

/** Names of the sheets of many agencies that a workbook has. */
export const namesOfMany = ({ names }: Snapshot): readonly string[] =>
  names.flatMap(({ name }) => (OF_MANY.test(name) ? name : []));

/** Names of the sheets that are ours; they are never a source of scores. */
export const ourSheets = (snapshot: Snapshot): ReadonlySet<string> => {
  const anchors = [
    OUR_NAMES.analysis,
    OUR_NAMES.settings,
    OUR_NAMES.librarySheet,
    OUR_NAMES.readiness,
    OUR_NAMES.resultsReadiness,
    OUR_NAMES.conflicts,
    OUR_NAMES.manySummary,
    OUR_NAMES.manyRemarks,
    ...namesOfMany(snapshot),
    ...DOCUMENT_KINDS.flatMap((kind) => [DOCUMENT_NAMES[kind].sheet, DOCUMENT_NAMES[kind].print]),
  ];
  return new Set(anchors.flatMap((name) => placeOfName(snapshot, name)?.sheet ?? []));
};
