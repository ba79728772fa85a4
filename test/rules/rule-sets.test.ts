import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndicatorRule, InstrumentId, RuleSet } from '../../src/core/rule-set';
import { groupingsOf } from '../../src/core/assess/regroup';
import { ruleSets } from '../../src/rules/rule-sets';
import { year } from './year';

const YEARS = [2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569];
const RULES_FOLDER = join(__dirname, '../../src/rules');

const repeated = (values: readonly (string | number)[]): readonly (string | number)[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const itemIds = (ruleSet: RuleSet, instrument?: InstrumentId): readonly string[] =>
  ruleSet.items
    .filter((item) => instrument === undefined || item.instrument === instrument)
    .map(({ id }) => id);

const itemsUnder = (ruleSet: RuleSet, { from }: IndicatorRule): readonly string[] =>
  from.kind === 'subIndicators'
    ? from.subIndicators.flatMap((id) => ruleSet.subIndicators.find((sub) => sub.id === id)?.items ?? [])
    : from.items;

const numbered = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

describe('the years', () => {
  test('from 2562 to 2569 have rules of their own', () => {
    expect(ruleSets.supportedYears).toEqual(YEARS);
    expect(YEARS.map((fiscalYear) => year(fiscalYear).fiscalYear)).toEqual(YEARS);
  });

  test('without rules are refused, and 2561 is history only', () => {
    expect(ruleSets.historyYears).toEqual([2561]);
    expect([2561, 2570, 2024, 0, NaN].map(ruleSets.forYear)).toEqual(Array(5).fill(undefined));
  });

  test('are written whole: no file of a year takes anything from another', () => {
    const files = readdirSync(RULES_FOLDER).filter((name) => /^fy\d{4}\.ts$/.test(name));
    expect(files.sort()).toEqual(YEARS.map((fiscalYear) => `fy${fiscalYear}.ts`));
    for (const file of files) {
      const text = readFileSync(join(RULES_FOLDER, file), 'utf8');
      expect(text.match(/^import.*$/gm)).toEqual(["import type { RuleSet } from '../core/rule-set';"]);
      expect(text).not.toContain('...');
      expect(text).toContain(`fiscalYear: ${file.slice(2, 6)},`);
    }
  });
});

test.each([
  [2562, 30, 15, 48],
  [2563, 30, 15, 43],
  [2564, 30, 15, 43],
  [2565, 30, 15, 43],
  [2566, 30, 15, 43],
  [2567, 15, 9, 35],
  [2568, 15, 9, 28],
  [2569, 15, 9, 26],
])('%d has %d items of IIT, %d of EIT and %d of OIT, numbered without a gap', (fiscalYear, iit, eit, oit) => {
  expect(itemIds(year(fiscalYear))).toEqual([
    ...numbered('i', iit),
    ...numbered('e', eit),
    ...numbered('o', oit),
  ]);
});

describe.each(YEARS)('the rules of %d', (fiscalYear) => {
  const ruleSet = year(fiscalYear);
  const { instruments, indicators, subIndicators, items, gradeScale, scale } = ruleSet;

  test('give the instruments weights that add to one', () => {
    expect(instruments.map(({ id }) => id)).toEqual(['IIT', 'EIT', 'OIT']);
    expect(instruments.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  test('name ten indicators and their sub-indicators once', () => {
    expect(indicators.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(repeated(subIndicators.map(({ id }) => id))).toEqual([]);
    expect(repeated(indicators.flatMap(({ name, nameEn, aliases }) => [name, nameEn, ...aliases]))).toEqual(
      [],
    );
  });

  test('put every item under one indicator, and no other', () => {
    expect(indicators.flatMap((indicator) => itemsUnder(ruleSet, indicator))).toEqual(
      items.map(({ id }) => id),
    );
    for (const indicator of indicators) {
      const below = items.filter((item) => item.indicator === indicator.id);
      expect(below.map(({ id }) => id)).toEqual(itemsUnder(ruleSet, indicator));
      expect(below.filter(({ instrument }) => instrument !== indicator.instrument)).toEqual([]);
    }
  });

  test('put every OIT item under one sub-indicator of its indicator, and no other item', () => {
    expect(subIndicators.flatMap((sub) => sub.items)).toEqual(itemIds(ruleSet, 'OIT'));
    for (const sub of subIndicators) {
      const below = items.filter(({ subIndicator }) => subIndicator === sub.id);
      expect(below.map(({ id }) => id)).toEqual(sub.items);
      expect(below.filter(({ indicator }) => indicator !== sub.indicator)).toEqual([]);
      expect(sub.id.startsWith(`${sub.indicator}.`)).toBe(true);
    }
    expect(items.filter((item) => (item.subIndicator === null) === (item.instrument === 'OIT'))).toEqual([]);
  });

  test('let other groupings be admissible only where theirs is inferred, and hold every item once in each', () => {
    if (ruleSet.otherGroupings.length > 0) expect(ruleSet.evidence.subIndicators.confidence).toBe('inferred');
    for (const other of groupingsOf(ruleSet).slice(1)) {
      expect(other.subIndicators).not.toEqual(subIndicators);
      expect(other.subIndicators.flatMap((sub) => sub.items)).toEqual(itemIds(ruleSet, 'OIT'));
      for (const { indicator, items: below } of other.subIndicators)
        expect(items.filter(({ id }) => below.includes(id)).map((item) => item.indicator)).toEqual(
          below.map(() => indicator),
        );
      for (const indicator of other.indicators)
        if (indicator.from.kind === 'subIndicators')
          expect(itemsUnder(other, indicator)).toEqual(
            items.filter((item) => item.indicator === indicator.id).map(({ id }) => id),
          );
    }
  });

  test('let OIT indicators come from sub-indicators that say the same', () => {
    for (const { id, instrument, from } of indicators) {
      expect(from.kind === 'subIndicators').toBe(instrument === 'OIT');
      const below = subIndicators.filter(({ indicator }) => indicator === id).map((sub) => sub.id);
      if (from.kind === 'subIndicators') expect(from.subIndicators).toEqual(below);
      else expect(below).toEqual([]);
    }
  });

  test('let items give a part only where the instrument has that part', () => {
    for (const { instrument, from } of indicators) {
      const parts = instruments.find(({ id }) => id === instrument)?.parts ?? null;
      if (from.kind === 'parts') expect(parts).toContain(from.part);
      else expect(parts).toBeNull();
    }
  });

  test('allow OIT items 0 or 100 and the others any score', () => {
    for (const { instrument, allowedScores } of items) {
      expect(allowedScores).toEqual(instrument === 'OIT' ? [scale.min, scale.max] : null);
    }
  });

  test('order the grades strictly, from the best to one that begins at the bottom', () => {
    const { grades } = gradeScale;
    for (const [index, grade] of grades.entries()) {
      const better = grades[index - 1];
      if (better === undefined) continue;
      const isLower = better.from > grade.from;
      const isEasier = better.from === grade.from && (better.every ?? scale.min) > (grade.every ?? scale.min);
      expect(isLower || isEasier).toBe(true);
      expect(!better.passes && grade.passes).toBe(false);
    }
    expect(grades.at(0)?.from).toBeLessThanOrEqual(scale.max);
    expect(grades.at(-1)).toMatchObject({ from: scale.min, every: null });
    expect(repeated(grades.map(({ code }) => code))).toEqual([]);
    expect(Math.min(...grades.filter(({ passes }) => passes).map(({ from }) => from))).toBe(ruleSet.target);
  });

  test('read a condition only where a grade has one', () => {
    const hasCondition = gradeScale.grades.some(({ every }) => every !== null);
    expect(gradeScale.readings.length > 0).toBe(hasCondition);
    expect(repeated(gradeScale.readings)).toEqual([]);
  });

  test('keep target and triage limits in order on the scale', () => {
    const { target, triageLimits } = ruleSet;
    expect([scale.min, scale.max, scale.decimals]).toEqual([0, 100, 2]);
    const inOrder = [scale.min, target, triageLimits.urgentBelow, triageLimits.improveBelow, scale.max];
    expect(inOrder).toEqual([...new Set(inOrder)].sort((a, b) => a - b));
  });

  test('gather only known items in issues, and ask for measures in known items', () => {
    for (const group of ruleSet.issueGroups) {
      expect(group.items.filter((id) => !itemIds(ruleSet).includes(id))).toEqual([]);
      expect(repeated(group.items)).toEqual([]);
    }
    expect(repeated(ruleSet.issueGroups.map(({ id }) => id))).toEqual([]);
    expect(itemIds(ruleSet, 'OIT')).toEqual(
      expect.arrayContaining([ruleSet.measuresItem ?? [], ruleSet.resultsItem ?? []].flat()),
    );
  });

  test('follow only items that both years have, each by one item of the same instrument', () => {
    const before = ruleSets.forYear(fiscalYear - 1);
    const previous = ruleSet.crosswalk.map((pair) => pair.previous);
    expect(previous.filter((id) => before === undefined || !itemIds(before).includes(id))).toEqual([]);
    expect(ruleSet.crosswalk.filter(({ current }) => !itemIds(ruleSet).includes(current))).toEqual([]);
    expect(repeated(previous)).toEqual([]);
    expect(ruleSet.crosswalk.filter((pair) => pair.previous[0] !== pair.current[0])).toEqual([]);
  });

  test('say in plain words where each group of numbers comes from', () => {
    for (const { source } of Object.values(ruleSet.evidence)) {
      expect(source.length).toBeGreaterThan(20);
      expect(source).not.toMatch(/seed|frameworks|\/work|\.md\b|TODO|\?\?/i);
    }
  });

  test('name everything in readable Thai or English, without notes on scoring', () => {
    const named = [...instruments, ...indicators, ...subIndicators, ...items, ...ruleSet.issueGroups];
    for (const { name } of named) {
      expect(name).toBe(name.trim().normalize('NFC'));
      expect(name).not.toMatch(/กลับด้าน|ข้อย่อย|มี\/ไม่มี|เคย\/ไม่เคย|\(\d|\s{2}|^$/);
    }
  });
});
