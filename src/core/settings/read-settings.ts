import type { CellRef } from '../cell-address';
import { placeOfName } from '../our-names';
import { assertNever } from '../result';
import { cellAt, isCellError, type CellValue, type Snapshot } from '../snapshot';
import { readNumberText, roundHalfUp } from '../text/numbers';
import { withArabicDigits, withPlainSpaces } from '../text/thai-digits';
import { readItemList } from './item-lists';
import { groupsOfName, SETTING_NAMES, UNITS_NAME } from './setting-names';
import type {
  GroupOverride,
  SettingKey,
  SettingProblem,
  SettingValues,
  StoredSettings,
  YearOverride,
} from './settings';
import type { SettingsTexts } from './settings-texts';

const MOST_SCORE = 100;
const DECIMALS = 2;

/** What a cell shows, as people read it. */
const shown = (value: CellValue): string => {
  if (isCellError(value)) return value.error;
  return value === null ? '' : withPlainSpaces(String(value));
};

const choiceOf = <Choice extends string>(
  text: string,
  words: Readonly<Record<Choice, string>>,
): Choice | undefined =>
  (Object.keys(words) as Choice[]).find(
    (choice) => words[choice].replace(/\s/g, '') === text.replace(/\s/g, ''),
  );

const scoreOf = (value: CellValue): number | undefined => {
  const read = typeof value === 'number' ? value : readNumberText(shown(value));
  const score = typeof read === 'number' ? read : read.kind === 'number' ? read.value : Number.NaN;
  return score >= 0 && score <= MOST_SCORE ? roundHalfUp(score, DECIMALS) : undefined;
};

const yearOf = (text: string, supportedYears: readonly number[]): number | undefined => {
  const year = Number(/^(?:ปี(?:งบประมาณ)?)?\s?(?:พ\.?\s?ศ\.?)?\s?(\d{4})$/.exec(withArabicDigits(text))?.[1]);
  return supportedYears.includes(year) ? year : undefined;
};

/** Value of one setting; undefined where the cell holds something else, null where it says that nothing is set. */
const valueOf = (
  key: SettingKey,
  value: CellValue,
  { choices }: SettingsTexts,
  supportedYears: readonly number[],
): SettingValues[SettingKey] | null | undefined => {
  const text = shown(value);
  switch (key) {
    case 'agency':
      return typeof value === 'string' ? text : undefined;
    case 'year':
      return yearOf(text, supportedYears);
    case 'digits':
      return choiceOf(text, choices.digits);
    case 'policy':
      return choiceOf(text, choices.policy);
    case 'layout': {
      const layout = choiceOf(text, choices.layout);
      return layout === 'byYear' ? null : layout;
    }
    case 'reading': {
      const reading = choiceOf(text, choices.reading);
      return reading === 'open' ? null : reading;
    }
    case 'urgentBelow':
    case 'improveBelow':
    case 'lowestMaintainFrom':
    case 'itemUrgentUpTo':
    case 'itemImproveBelow':
    case 'target':
      return scoreOf(value);
    default:
      return assertNever(key);
  }
};

type Read = {
  readonly values: Partial<SettingValues>;
  readonly cells: ReadonlyMap<SettingKey, CellRef>;
  readonly problems: readonly SettingProblem[];
};

const readValues = (snapshot: Snapshot, texts: SettingsTexts, supportedYears: readonly number[]): Read => {
  const values: Partial<Record<SettingKey, SettingValues[SettingKey]>> = {};
  const cells = new Map<SettingKey, CellRef>();
  const problems: SettingProblem[] = [];
  for (const setting of Object.keys(SETTING_NAMES) as SettingKey[]) {
    const place = placeOfName(snapshot, SETTING_NAMES[setting]);
    const sheet = snapshot.sheets.find(({ name }) => name === place?.sheet);
    if (place === undefined || sheet === undefined) continue;
    const cell = { sheet: place.sheet, row: place.range.top, column: place.range.left };
    cells.set(setting, cell);
    const content = cellAt(sheet, cell)?.value ?? null;
    if (shown(content) === '') continue;
    const value = valueOf(setting, content, texts, supportedYears);
    if (value === undefined) problems.push({ reason: 'unreadable', setting, cell, text: shown(content) });
    else if (value !== null) values[setting] = value;
  }
  return { values: values as Partial<SettingValues>, cells, problems };
};

/** Cells of a named area in one of its columns, with what they show. */
const columnOf = (
  snapshot: Snapshot,
  name: string,
  offset: number,
): readonly { readonly cell: CellRef; readonly text: string }[] => {
  const place = placeOfName(snapshot, name);
  const sheet = snapshot.sheets.find((entry) => entry.name === place?.sheet);
  if (place === undefined || sheet === undefined) return [];
  const { top, bottom, left } = place.range;
  return Array.from({ length: bottom - top + 1 }, (_, index) => {
    const cell = { sheet: sheet.name, row: top + index, column: left + offset };
    return { cell, text: shown(cellAt(sheet, cell)?.value ?? null) };
  });
};

/** Groups that have items of their own; a group whose items are blank is as the rules have it. */
const readGroups = (
  snapshot: Snapshot,
  name: string,
): { readonly override: YearOverride; readonly problems: readonly SettingProblem[] } | undefined => {
  const about = groupsOfName(name);
  if (about === undefined) return undefined;
  const labels = columnOf(snapshot, name, 0);
  const rows = columnOf(snapshot, name, 1).map((entry, index) => ({ ...entry, label: labels[index] }));
  const groups: GroupOverride[] = [];
  const problems: SettingProblem[] = [];
  for (const { cell, text, label } of rows) {
    if (text === '') continue;
    const [, id = '', title = ''] =
      /^(\d+(?:\.\d+)?)\.?(?:\s+(.*))?$/.exec(withArabicDigits(label?.text ?? '')) ?? [];
    const items = readItemList(text);
    if (id === '' || items === undefined)
      problems.push({
        reason: 'unreadable',
        setting: about.kind,
        cell: id === '' ? (label?.cell ?? cell) : cell,
        text: id === '' ? (label?.text ?? '') : text,
      });
    else groups.push({ id, name: title, items, cell });
  }
  return { override: { ...about, groups: problems.length > 0 ? [] : groups }, problems };
};

const groupNames = (snapshot: Snapshot): readonly string[] =>
  snapshot.names.flatMap(({ name, scope }) =>
    scope === null && groupsOfName(name) !== undefined ? [name] : [],
  );

/**
 * Reads the settings of a workbook from the cells that bear our names. A blank cell sets nothing; an entry that cannot
 * be understood is a problem that names its cell, and sets nothing either.
 */
export const readSettings = (
  snapshot: Snapshot,
  texts: SettingsTexts,
  supportedYears: readonly number[],
): StoredSettings => {
  const { values, cells, problems } = readValues(snapshot, texts, supportedYears);
  const units = columnOf(snapshot, UNITS_NAME, 0);
  const names = groupNames(snapshot);
  const groups = names.flatMap((name) => readGroups(snapshot, name) ?? []);
  return {
    settings: {
      values,
      units: [...new Set(units.flatMap(({ text }) => (text === '' ? [] : text)))],
      overrides: groups.map(({ override }) => override).filter((override) => override.groups.length > 0),
    },
    cells,
    problems: [...problems, ...groups.flatMap((group) => group.problems)],
    sources: [
      ...cells.values(),
      ...[
        ...units,
        ...names.flatMap((name) => [0, 1].flatMap((offset) => columnOf(snapshot, name, offset))),
      ].map(({ cell }) => cell),
    ],
  };
};
