import type { GroupKind, SettingKey } from './settings';

/** Names of the cells that hold one setting each, wherever they are moved to. */
export const SETTING_NAMES: Readonly<Record<SettingKey, string>> = {
  agency: 'ITA_SettingsAgency',
  year: 'ITA_SettingsYear',
  digits: 'ITA_SettingsDigits',
  policy: 'ITA_SettingsPolicy',
  urgentBelow: 'ITA_SettingsUrgentBelow',
  improveBelow: 'ITA_SettingsImproveBelow',
  lowestMaintainFrom: 'ITA_SettingsLowestMaintainFrom',
  itemUrgentUpTo: 'ITA_SettingsItemUrgentUpTo',
  itemImproveBelow: 'ITA_SettingsItemImproveBelow',
  target: 'ITA_SettingsTarget',
  reading: 'ITA_SettingsReading',
  layout: 'ITA_SettingsLayout',
};

/** Name of the cells that hold the agency's divisions, one in each. */
export const UNITS_NAME = 'ITA_SettingsUnits';

const GROUP_NAMES: Readonly<Record<GroupKind, string>> = {
  subIndicators: 'ITA_SettingsSubIndicators',
  issueGroups: 'ITA_SettingsIssues',
};

/** Name of the rows that hold a year's groups: the group in the first column, its items in the second. */
export const groupsName = (kind: GroupKind, fiscalYear: number): string =>
  `${GROUP_NAMES[kind]}${fiscalYear}`;

/** What a name of groups is about; undefined for any other name. */
export const groupsOfName = (
  name: string,
): { readonly kind: GroupKind; readonly fiscalYear: number } | undefined => {
  const match = /^(\D+)(\d{4})$/.exec(name);
  const kind = (Object.keys(GROUP_NAMES) as GroupKind[]).find((key) => GROUP_NAMES[key] === match?.[1]);
  return kind === undefined ? undefined : { kind, fiscalYear: Number(match?.[2]) };
};
