import { parseSheetRange, type CellRange } from './cell-address';
import type { Snapshot } from './snapshot';

/** Names by which sheets and cells of ours are recognised in a workbook, wherever they were moved to. */
export const OUR_NAMES = {
  analysis: 'ITA_Analysis',
  total: 'ITA_Total',
  grade: 'ITA_Grade',
  chartData: 'ITA_ChartData',
  whatIf: 'ITA_WhatIf',
  measuresSheet: 'ITA_MeasuresSheet',
  measuresTable: 'ITA_Measures',
  beside: 'ITA_Beside',
  settings: 'ITA_Settings',
} as const;

/** Where a defined name of ours points. */
export type NamedPlace = { readonly sheet: string; readonly range: CellRange };

/** Place of a name in the workbook; undefined where it is not defined or its sheet is gone. */
export const placeOfName = (snapshot: Snapshot, name: string): NamedPlace | undefined => {
  const defined = snapshot.names.find((entry) => entry.scope === null && entry.name === name);
  const place = parseSheetRange(defined?.refersTo ?? '');
  const exists = snapshot.sheets.some((entry) => entry.name === place?.sheet);
  return exists ? place : undefined;
};

/** Names of the sheets that are ours; they are never a source of scores. */
export const ourSheets = (snapshot: Snapshot): ReadonlySet<string> =>
  new Set(
    [OUR_NAMES.analysis, OUR_NAMES.measuresSheet, OUR_NAMES.settings].flatMap(
      (name) => placeOfName(snapshot, name)?.sheet ?? [],
    ),
  );
