import type { ConditionReading, TriagePolicy } from '../rule-set';
import type { Digits, GroupKind, MeasuresLayout, SettingKey } from './settings';

/** Words of the settings sheet; none of a list's choices holds a comma. */
export type SettingsTexts = {
  readonly sheet: string;
  readonly title: string;
  readonly hint: string;
  readonly columns: readonly [string, string, string];
  readonly sections: {
    readonly agency: string;
    readonly triage: string;
    readonly grade: string;
    readonly documents: string;
    readonly units: string;
    readonly groups: Readonly<Record<GroupKind, (fiscalYear: number) => string>>;
  };
  readonly label: Readonly<Record<SettingKey, string>>;
  /** What a setting does. */
  readonly note: Readonly<Record<SettingKey, string>>;
  readonly unit: (number: number) => string;
  readonly unitsNote: string;
  readonly groupsHint: Readonly<Record<GroupKind, string>>;
  /** What a group holds by the rules, beside the cell that may hold something else. */
  readonly groupByRule: (items: string) => string;
  readonly newGroup: string;
  readonly choices: {
    readonly digits: Readonly<Record<Digits, string>>;
    readonly policy: Readonly<Record<TriagePolicy, string>>;
    readonly reading: Readonly<Record<ConditionReading | 'open', string>>;
    readonly layout: Readonly<Record<MeasuresLayout | 'byYear', string>>;
  };
  readonly notInList: { readonly title: string; readonly text: string };
  readonly notAScore: { readonly title: string; readonly text: string };
};
