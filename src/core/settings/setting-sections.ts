import type { PlannedValidation } from '../change-plan';
import type { RuleSet } from '../rule-set';
import type { StyleName } from '../report/styles';
import type { ReportTexts } from '../report/report-texts';
import { itemListText } from './item-lists';
import { groupsName, SETTING_NAMES, UNITS_NAME } from './setting-names';
import type { GroupKind, SettingKey, Settings } from './settings';

type Value = string | number | null;

/** A row of the settings sheet: what is set, its value, what that does. */
export type SettingRow = {
  /** The setting whose cell this is; null in rows of a list. */
  readonly setting: SettingKey | null;
  readonly label: string | null;
  readonly value: Value;
  readonly note: string | null;
  readonly style: StyleName;
  readonly labelStyle: StyleName;
  readonly validation: Pick<PlannedValidation, 'source' | 'allowBlank' | 'error'> | null;
};

/** Rows under a heading. Those of a list are written and named together, others each for itself. */
export type SettingSection = {
  readonly heading: string;
  readonly hints: readonly string[];
  readonly rows: readonly SettingRow[];
  /** Name of the list, and whether it takes in the labels; null where each row has a name. */
  readonly list: { readonly name: string; readonly hasLabels: boolean } | null;
};

export type SectionsContext = {
  readonly texts: ReportTexts;
  /** The year's rules as the settings change them, and as they are without. */
  readonly ruleSet: RuleSet;
  readonly baseRules: RuleSet;
  readonly supportedYears: readonly number[];
  readonly settings: Settings;
};

/** Divisions that the settings sheet has rows for. */
export const UNIT_ROWS = 12;
const NEW_GROUP_ROWS = 2;

const evidence = ({ texts, baseRules }: SectionsContext, group: keyof RuleSet['evidence']): string => {
  const { confidence, source } = baseRules.evidence[group];
  return texts.rules.line(texts.rules.group[group], texts.rules.confidence[confidence], source);
};

const row = (
  { texts }: SectionsContext,
  setting: SettingKey,
  value: Value,
  rest: Pick<SettingRow, 'style' | 'validation'>,
): SettingRow => ({
  setting,
  label: texts.settings.label[setting],
  value,
  note: texts.settings.note[setting],
  labelStyle: 'text',
  ...rest,
});

const choiceRow = (
  context: SectionsContext,
  setting: SettingKey,
  value: string,
  values: readonly string[],
): SettingRow =>
  row(context, setting, value, {
    style: 'inputText',
    validation: {
      source: { kind: 'values', values },
      allowBlank: true,
      error: context.texts.settings.notInList,
    },
  });

const scoreRow = (context: SectionsContext, setting: SettingKey, value: number): SettingRow =>
  row(context, setting, value, {
    style: 'settingScore',
    validation: {
      source: {
        kind: 'decimal',
        min: context.ruleSet.scale.min,
        max: context.ruleSet.scale.max,
      },
      allowBlank: true,
      error: context.texts.settings.notAScore,
    },
  });

const single = (
  heading: string,
  rows: readonly SettingRow[],
  hints: readonly string[] = [],
): SettingSection => ({ heading, hints, rows, list: null });

const agencySection = (context: SectionsContext): SettingSection => {
  const { texts, supportedYears, settings } = context;
  const { choices, notInList, sections } = texts.settings;
  const { agency = null, year = null, digits = 'arabic' } = settings.values;
  return single(sections.agency, [
    row(context, 'agency', agency, { style: 'inputText', validation: null }),
    row(context, 'year', year, {
      style: 'settingYear',
      validation: {
        source: { kind: 'values', values: supportedYears.map(String) },
        allowBlank: true,
        error: notInList,
      },
    }),
    choiceRow(context, 'digits', choices.digits[digits], Object.values(choices.digits)),
  ]);
};

const triageSection = (context: SectionsContext): SettingSection => {
  const { triageLimits } = context.ruleSet;
  const { choices, sections } = context.texts.settings;
  const limits = [
    'urgentBelow',
    'improveBelow',
    'lowestMaintainFrom',
    'itemUrgentUpTo',
    'itemImproveBelow',
  ] as const;
  return single(
    sections.triage,
    [
      choiceRow(context, 'policy', choices.policy[triageLimits.policy], Object.values(choices.policy)),
      ...limits.map((setting) => scoreRow(context, setting, triageLimits[setting])),
    ],
    [evidence(context, 'triageLimits')],
  );
};

const gradeSection = (context: SectionsContext): SettingSection => {
  const { choices, sections } = context.texts.settings;
  const { readings } = context.baseRules.gradeScale;
  // A year whose grades have no condition keeps the choice open for the years that have one.
  const admissible = readings.length > 0 ? readings : (['instruments', 'eitParts', 'indicators'] as const);
  const settled = context.settings.values.reading ?? 'open';
  return single(
    sections.grade,
    [
      scoreRow(context, 'target', context.ruleSet.target),
      choiceRow(context, 'reading', choices.reading[settled], [
        choices.reading.open,
        ...admissible.map((reading) => choices.reading[reading]),
      ]),
    ],
    [evidence(context, 'target'), evidence(context, 'grades')],
  );
};

const documentSection = (context: SectionsContext): SettingSection => {
  const { choices, sections } = context.texts.settings;
  const { layout = 'byYear' } = context.settings.values;
  const values = Object.values(choices.layout);
  return single(sections.documents, [choiceRow(context, 'layout', choices.layout[layout], values)]);
};

const unitSection = ({ texts, settings }: SectionsContext): SettingSection => ({
  heading: texts.settings.sections.units,
  hints: [],
  list: { name: UNITS_NAME, hasLabels: false },
  rows: Array.from({ length: UNIT_ROWS }, (_, index) => ({
    setting: null,
    label: texts.settings.unit(index + 1),
    value: settings.units[index] ?? null,
    note: index === 0 ? texts.settings.unitsNote : null,
    style: 'inputText',
    labelStyle: 'text',
    validation: null,
  })),
});

const groupSection = (context: SectionsContext, kind: GroupKind): SettingSection => {
  const { texts, baseRules } = context;
  const { sections, groupsHint, groupByRule, newGroup } = texts.settings;
  const groups: readonly { readonly id: string; readonly name: string; readonly items: readonly string[] }[] =
    baseRules[kind];
  const separator = kind === 'issueGroups' ? '. ' : ' ';
  const rows = groups.map(({ id, name, items }): SettingRow => ({
    setting: null,
    label: `${id}${separator}${name}`,
    value: null,
    note: groupByRule(itemListText(items)),
    style: 'inputText',
    labelStyle: 'text',
    validation: null,
  }));
  const added = Array.from({ length: NEW_GROUP_ROWS }, (): SettingRow => ({
    setting: null,
    label: null,
    value: null,
    note: newGroup,
    style: 'inputText',
    labelStyle: 'inputText',
    validation: null,
  }));
  return {
    heading: sections.groups[kind](baseRules.fiscalYear),
    hints: [groupsHint[kind], evidence(context, kind)],
    list: { name: groupsName(kind, baseRules.fiscalYear), hasLabels: true },
    rows: [...rows, ...added],
  };
};

/** Groups of the year that an officer may know better than the rules: those that are less than confirmed. */
const unsureGroups = ({ evidence: sourced, issueGroups }: RuleSet): readonly GroupKind[] => [
  ...(sourced.subIndicators.confidence === 'confirmed' ? [] : (['subIndicators'] as const)),
  // Where the rules know of no issues they may still be missing; where they know that there are none they are not.
  ...(issueGroups.length > 0 || sourced.issueGroups.confidence === 'unknown'
    ? (['issueGroups'] as const)
    : []),
];

/** What the settings sheet holds, section by section. */
export const settingSections = (context: SectionsContext): readonly SettingSection[] => [
  agencySection(context),
  triageSection(context),
  gradeSection(context),
  documentSection(context),
  unitSection(context),
  ...unsureGroups(context.baseRules).map((kind) => groupSection(context, kind)),
];

/** Name of a row's own cell; null in a list. */
export const nameOfRow = ({ setting }: SettingRow): string | null =>
  setting === null ? null : SETTING_NAMES[setting];
