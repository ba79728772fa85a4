import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { PlainAnalysis } from '../../app/analyst';
import type { AnalysisOptions } from '../../app/analyze';
import type { ConditionReading, TriagePolicy } from '../../core/rule-set';
import { UNIT_ROWS } from '../../core/settings/setting-sections';
import type { Digits, MeasuresLayout, SettingValues } from '../../core/settings/settings';
import { formatDecimal, readNumberText } from '../../core/text/numbers';
import { useSharedStyles } from '../theme';
import { useWords } from '../words';

/** Limits that each policy goes by. */
const LIMITS = {
  threshold: ['urgentBelow', 'improveBelow'],
  lowest: ['lowestMaintainFrom'],
  item: ['itemUrgentUpTo', 'itemImproveBelow'],
} as const;
const LAYOUTS: readonly (MeasuresLayout | 'byYear')[] = [
  'byYear',
  'plan2562',
  'plan2565',
  'plan2567',
  'plan2569',
];
const DIGITS: readonly Digits[] = ['arabic', 'thai'];
const POLICIES: readonly TriagePolicy[] = ['threshold', 'lowest', 'item'];

type Chosen = NonNullable<AnalysisOptions['settings']>;

const Choice = <Value extends string>({
  label,
  value,
  values,
  textOf,
  onChoose,
}: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly textOf: Readonly<Record<Value, string>>;
  readonly onChoose: (value: Value) => void;
}) => {
  const shared = useSharedStyles();
  return (
    <Field className={shared.field} label={label}>
      <Select
        value={value}
        onChange={(_, { value: chosen }) => {
          onChoose(chosen as Value);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {textOf[one]}
          </option>
        ))}
      </Select>
    </Field>
  );
};

/** A score that counts once the field is left or Enter is pressed. */
const ScoreField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) => {
  const shared = useSharedStyles();
  const { results } = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const read = readNumberText(typed ?? formatDecimal(value));
  const number = read.kind === 'number' && read.value >= 0 && read.value <= 100 ? read.value : null;
  const commit = (): void => {
    if (number === null) return;
    setTyped(null);
    if (number !== value) onChange(number);
  };
  return (
    <Field
      className={shared.field}
      label={label}
      validationMessage={number === null ? results.settings.notAScore : undefined}
    >
      <Input
        inputMode="decimal"
        value={typed ?? results.score(value, 2)}
        onChange={(_, { value: text }) => {
          setTyped(text);
        }}
        onBlur={commit}
        onKeyDown={({ key }) => {
          if (key === 'Enter') commit();
        }}
      />
    </Field>
  );
};

const Units = ({
  units,
  onChange,
}: {
  readonly units: readonly string[];
  readonly onChange: (units: readonly string[]) => void;
}) => {
  const { settings } = useWords().results;
  const [typed, setTyped] = useState<string | null>(null);
  const names = [...new Set((typed ?? units.join('\n')).split('\n').map((name) => name.trim()))].filter(
    (name) => name !== '',
  );
  const isTooMany = names.length > UNIT_ROWS;
  return (
    <Field
      label={settings.units}
      hint={settings.unitsHint(UNIT_ROWS)}
      validationMessage={isTooMany ? settings.tooManyUnits(UNIT_ROWS) : undefined}
    >
      <Textarea
        rows={4}
        resize="vertical"
        value={typed ?? units.join('\n')}
        onChange={(_, { value }) => {
          setTyped(value);
        }}
        onBlur={() => {
          if (typed === null || isTooMany) return;
          setTyped(null);
          if (names.join('\n') !== units.join('\n')) onChange(names);
        }}
      />
    </Field>
  );
};

/** The settings that change what is shown and written; they are kept on the settings sheet. */
export const SettingsTab = ({
  analysis,
  pending,
  pendingUnits,
  onSettings,
  onUnits,
}: {
  readonly analysis: PlainAnalysis;
  /** What was just chosen, and is being worked out. */
  readonly pending: Chosen;
  readonly pendingUnits: readonly string[] | undefined;
  readonly onSettings: (settings: Chosen) => void;
  readonly onUnits: (units: readonly string[]) => void;
}) => {
  const shared = useSharedStyles();
  const { results } = useWords();
  const words = results.settings;
  const { ruleSet } = analysis.assessments[0];
  const limits = { ...analysis.assessments[0].limits, ...pending };
  const values = { ...analysis.settings.values, ...pending };
  const units = pendingUnits ?? analysis.settings.units;
  const set = <Key extends keyof Chosen>(key: Key, value: SettingValues[Key]): void => {
    onSettings({ [key]: value });
  };
  const readings: readonly (ConditionReading | 'open')[] = ['open', ...analysis.conditionReadings];
  return (
    <div className={shared.column}>
      <p className={shared.quiet}>{words.intro}</p>
      <Choice
        label={words.policy}
        value={limits.policy}
        values={POLICIES}
        textOf={words.policies}
        onChoose={(policy) => {
          set('policy', policy);
        }}
      />
      {LIMITS[limits.policy].map((limit) => (
        <ScoreField
          key={limit}
          label={words.limits[limit]}
          value={limits[limit]}
          onChange={(value) => {
            set(limit, value);
          }}
        />
      ))}
      <ScoreField
        label={words.target}
        value={values.target ?? ruleSet.target}
        onChange={(value) => {
          set('target', value);
        }}
      />
      {readings.length > 1 && (
        <Choice
          label={words.reading}
          value={values.reading ?? 'open'}
          values={readings}
          textOf={words.readings}
          onChoose={(reading) => {
            onSettings({ reading: reading === 'open' ? undefined : reading });
          }}
        />
      )}
      <Choice
        label={words.layout}
        value={values.layout ?? 'byYear'}
        values={LAYOUTS}
        textOf={words.layouts}
        onChoose={(layout) => {
          onSettings({ layout: layout === 'byYear' ? undefined : layout });
        }}
      />
      <Choice
        label={words.digits}
        value={values.digits ?? 'arabic'}
        values={DIGITS}
        textOf={words.digitsOf}
        onChoose={(digits) => {
          set('digits', digits);
        }}
      />
      <Units units={units} onChange={onUnits} />
      <p className={shared.quiet}>{words.more}</p>
    </div>
  );
};
