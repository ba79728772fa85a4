import { parseSheetRange } from '../../cell-address';
import type { ChangePlan } from '../../change-plan';
import { assessMany, type ManyBlock, type ManyYear } from '../../many/assess-many';
import type { RuleSet } from '../../rule-set';
import { OUR_NAMES } from '../../our-names';
import type { SheetSnapshot, Snapshot } from '../../snapshot';
import { joinResults, placeColumns, type BesidePlan } from '../beside/place-columns';
import { columnsBesideRows } from './columns-beside-rows';
import { reportStyles } from '../styles';
import { sheetNameFor } from '../sheet-name';
import type { Limits } from './agency-columns';
import { planAgencySheet, type AgencySheet } from './agency-sheet';
import type { ManyTexts } from './many-texts';
import { planRemarkSheet, type RemarkLine } from './remark-sheet';
import { limitCellsOn, planSummarySheet } from './summary-sheet';

/** The agencies of one year as plain numbers, and the rules of the year. */
export type BlockOfYear = { readonly ruleSet: RuleSet; readonly block: ManyBlock };

/** A list of agencies beside whose rows results are asked for, as the officer's sheet stands. */
export type ListBeside = { readonly fiscalYear: number; readonly sheet: SheetSnapshot };

export type ManyPlan = {
  /** The newest year first. */
  readonly years: readonly ManyYear[];
  readonly plan: Pick<ChangePlan, 'sheets' | 'names' | 'styles'>;
  /** What stands beside the rows of lists, and what is in the way there. */
  readonly beside: BesidePlan;
};

/** Limits that somebody set on the summary, or the year's own. */
const limitsOf = (snapshot: Snapshot, { target, triageLimits }: RuleSet): Limits => {
  const named = snapshot.names.find(({ name }) => name === OUR_NAMES.manyLimits);
  const place = parseSheetRange(named?.refersTo ?? '');
  const sheet = snapshot.sheets.find(({ name }) => name === place?.sheet);
  const own = (index: number, usual: number): number => {
    const value = place && sheet?.rows[place.range.top + index]?.[place.range.left]?.value;
    return typeof value === 'number' ? value : usual;
  };
  return {
    target: own(0, target),
    urgentBelow: own(1, triageLimits.urgentBelow),
    improveBelow: own(2, triageLimits.improveBelow),
  };
};

/** Numbers of the agencies, the same in every year. */
const numberAgencies = (years: readonly ManyYear[]): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>();
  for (const { rows } of years)
    for (const { key } of rows) if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
  return numbers;
};

/**
 * Plans the sheets on which many agencies stand together: a summary of the newest year, the agencies of each year, and
 * what does not add up or could not be read.
 */
export const planMany = (
  snapshot: Snapshot,
  byYear: readonly [BlockOfYear, ...BlockOfYear[]],
  unread: readonly RemarkLine[],
  texts: ManyTexts,
  options: {
    readonly freeSheetName: (title: string, counter: number) => string;
    readonly remarksOf: (year: ManyYear) => readonly RemarkLine[];
    readonly beside: readonly ListBeside[];
  },
): ManyPlan => {
  const { freeSheetName } = options;
  const sorted = [...byYear].sort((a, b) => b.ruleSet.fiscalYear - a.ruleSet.fiscalYear);
  const years = sorted.map(({ ruleSet, block }) => assessMany(block, ruleSet));
  const numbers = numberAgencies(years);
  const newest = sorted[0]?.ruleSet ?? byYear[0].ruleSet;
  const limits = limitsOf(snapshot, newest);
  const { name } = sheetNameFor(snapshot, OUR_NAMES.manySummary, texts.summary.sheet, freeSheetName);
  const sheets: AgencySheet[] = [];
  // Each year looks back at the one before it.
  for (const year of [...years].reverse()) {
    sheets.unshift(
      planAgencySheet(year, {
        snapshot,
        texts,
        freeSheetName,
        limits,
        limitCells: limitCellsOn(name),
        numberOf: ({ key }) => numbers.get(key) ?? 0,
        earlier: sheets[0] ?? null,
      }),
    );
  }
  const [first] = sheets;
  const summary =
    first === undefined ? null : planSummarySheet(first, { snapshot, texts, freeSheetName, limits, name });
  const remarks = planRemarkSheet(snapshot, years.flatMap(options.remarksOf), unread, texts, freeSheetName);
  const beside = joinResults(
    options.beside.flatMap(({ fiscalYear, sheet }) => {
      const own = sheets.find(({ year }) => year.ruleSet.fiscalYear === fiscalYear);
      const raw = snapshot.sheets.find(({ name: each }) => each === sheet.name) ?? sheet;
      return own === undefined
        ? []
        : [{ name: sheet.name, ...placeColumns(snapshot, sheet, raw, [columnsBesideRows(own, sheet)]) }];
    }),
  );
  return {
    years,
    beside,
    plan: {
      styles: reportStyles,
      sheets: [
        ...(summary === null ? [] : [summary.sheet]),
        ...sheets.map(({ sheet }) => sheet),
        remarks.sheet,
        ...beside.sheets,
      ],
      names: [
        ...(summary?.names ?? []),
        ...sheets.flatMap((sheet) => sheet.names),
        ...remarks.names,
        ...beside.names,
      ],
    },
  };
};
