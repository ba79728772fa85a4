import type { CellRef } from '../cell-address';
import type { ConditionReading, TriagePolicy } from '../rule-set';

/** Digits in which our sheets show numbers. */
export type Digits = 'arabic' | 'thai';

/** Layouts of the measures: as agencies published them on the results of these years. */
export type MeasuresLayout = 'plan2562' | 'plan2565' | 'plan2567' | 'plan2569';

/** What an officer can set in one cell each. */
export type SettingValues = {
  /** Name of the agency, where the workbook names none or several. */
  readonly agency: string;
  /** Fiscal year that is assessed, where the workbook names none or several. */
  readonly year: number;
  readonly digits: Digits;
  readonly policy: TriagePolicy;
  readonly urgentBelow: number;
  readonly improveBelow: number;
  readonly lowestMaintainFrom: number;
  readonly itemUrgentUpTo: number;
  readonly itemImproveBelow: number;
  /** Total to reach, 0–100. */
  readonly target: number;
  /** The reading of the grade's condition that holds for this agency's office. */
  readonly reading: ConditionReading;
  readonly layout: MeasuresLayout;
};

export type SettingKey = keyof SettingValues;

/** Rules that group items and that are less than certain. */
export type GroupKind = 'subIndicators' | 'issueGroups';

/** A sub-indicator or an issue with the items that the officer wants in it. */
export type GroupOverride = {
  readonly id: string;
  /** '' where the officer gives none. */
  readonly name: string;
  readonly items: readonly string[];
  readonly cell: CellRef;
};

export type YearOverride = {
  readonly fiscalYear: number;
  readonly kind: GroupKind;
  readonly groups: readonly GroupOverride[];
};

/** What the officer has set; what is not set has the year's default. */
export type Settings = {
  readonly values: Partial<SettingValues>;
  /** Divisions of the agency, as they are offered for who is responsible. */
  readonly units: readonly string[];
  readonly overrides: readonly YearOverride[];
};

export const NO_SETTINGS: Settings = { values: {}, units: [], overrides: [] };

/** An entry that is not used, and why; the message tables have a sentence for each reason. */
export type SettingProblem = {
  readonly reason:
    /** Not a value that the setting can have. */
    | 'unreadable'
    /** A reading that the year's published results contradict. */
    | 'notAdmissible'
    /** A sub-indicator that belongs to no indicator of the year. */
    | 'unknownGroup'
    | 'unknownItem'
    /** An item in two sub-indicators, or in none. */
    | 'itemTwice'
    | 'itemLeftOver';
  readonly setting: SettingKey | GroupKind;
  readonly cell: CellRef;
  readonly text: string;
};

/** The settings that a workbook holds, where they stand, and what of them cannot be used. */
export type StoredSettings = {
  readonly settings: Settings;
  readonly cells: ReadonlyMap<SettingKey, CellRef>;
  readonly problems: readonly SettingProblem[];
  /** Every cell that was read. */
  readonly sources: readonly CellRef[];
};

/** Settings under which one run works, where the user asks for something else than the sheet. */
export const withChoices = (settings: Settings, choices: Partial<SettingValues>): Settings => ({
  ...settings,
  values: { ...settings.values, ...choices },
});
