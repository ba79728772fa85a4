import type { RuleSet } from '../../src/core/rule-set';
import { year } from './year';

const nameOf = (ruleSet: RuleSet, id: string): string | undefined =>
  ruleSet.items.find((item) => item.id === id)?.name;

const followers = (ruleSet: RuleSet, previous: string): readonly string[] =>
  ruleSet.crosswalk.filter((pair) => pair.previous === previous).map(({ current }) => current);

const forerunners = (ruleSet: RuleSet, current: string): readonly string[] =>
  ruleSet.crosswalk.filter((pair) => pair.current === current).map(({ previous }) => previous);

test.each([2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569])('%d weighs 30, 30 and 40', (fiscalYear) => {
  expect(year(fiscalYear).instruments.map(({ weight }) => weight)).toEqual([0.3, 0.3, 0.4]);
});

test.each([2562, 2563, 2564, 2565])('%d grades with seven letters and no condition', (fiscalYear) => {
  const { grades, readings, settled } = year(fiscalYear).gradeScale;
  expect(grades.map(({ label, from }) => `${label} ${from}`).join(', ')).toBe(
    'AA 95, A 85, B 75, C 65, D 55, E 50, F 0',
  );
  expect(grades.filter(({ passes }) => passes).map(({ code }) => code)).toEqual(['AA', 'A']);
  expect(grades.every(({ every }) => every === null)).toBe(true);
  expect({ readings, settled }).toEqual({ readings: [], settled: true });
});

test.each([2566, 2567, 2568, 2569])('%d grades with five levels, two of them conditional', (fiscalYear) => {
  const { grades } = year(fiscalYear).gradeScale;
  expect(grades.map(({ label, from, every, passes }) => [label, from, every, passes])).toEqual([
    ['ผ่านดีเยี่ยม', 95, 95, true],
    ['ผ่านดี', 85, 85, true],
    ['ผ่าน', 85, null, true],
    ['ต้องปรับปรุง', 70, null, false],
    ['ต้องปรับปรุงโดยด่วน', 0, null, false],
  ]);
});

test.each([
  [2566, ['instruments', 'eitParts', 'indicators'], true],
  [2567, ['eitParts', 'indicators'], true],
  [2568, ['eitParts', 'indicators', 'instruments'], true],
  [2569, ['eitParts', 'indicators', 'instruments'], false],
])('%d admits the readings %j, settled: %s', (fiscalYear, readings, settled) => {
  expect(year(fiscalYear).gradeScale).toMatchObject({ readings, settled });
});

test.each([
  [2562, null, null],
  [2563, 'o42', 'o43'],
  [2564, 'o42', 'o43'],
  [2565, 'o42', 'o43'],
  [2566, 'o42', 'o43'],
  [2567, 'o34', 'o35'],
  [2568, 'o27', 'o28'],
  [2569, 'o25', 'o26'],
])('%d asks for the measures in %s and for the report on them in %s', (fiscalYear, measures, results) => {
  const { measuresItem, resultsItem } = year(fiscalYear);
  expect([measuresItem, resultsItem]).toEqual([measures, results]);
});

test.each([
  [2562, 'o48', 'มาตรการตรวจสอบการใช้ดุลพินิจ'],
  [2563, 'o43', 'การดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'],
  [2564, 'o34', 'เจตจำนงสุจริตของผู้บริหาร'],
  [2565, 'o34', 'นโยบายไม่รับของขวัญ (No Gift Policy)'],
  [2565, 'i24', 'การกำกับดูแลและตรวจสอบการใช้ทรัพย์สินของราชการ'],
  [2566, 'o10', 'นโยบายคุ้มครองข้อมูลส่วนบุคคล'],
  [2567, 'o17', 'รายงานสรุปผลการจัดซื้อจัดจ้างหรือการจัดหาพัสดุประจำปี'],
  [2567, 'e9', 'การเคยใช้บริการผ่านระบบ E-Service'],
  [2568, 'o20', 'การเปิดโอกาสให้เกิดการมีส่วนร่วม'],
  [2569, 'o25', 'การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร'],
])('%d calls %s %s', (fiscalYear, id, name) => {
  expect(nameOf(year(fiscalYear), id)).toBe(name);
});

test.each([
  [2562, '10.2', 'o42 o43 o44 o45 o46 o47 o48'],
  [2565, '9.3', 'o18 o19 o20 o21 o22 o23 o24'],
  [2566, '9.3', 'o19 o20 o21 o22'],
  [2566, '10.2', 'o39 o40 o41 o42 o43'],
  [2567, '9.2', 'o7 o8 o9 o10 o11 o12 o13'],
  [2568, '9.5', 'o17 o18 o19 o20'],
  [2569, '10.1', 'o20 o21 o22'],
])('%d gathers under %s the items %s', (fiscalYear, id, items) => {
  expect(
    year(fiscalYear)
      .subIndicators.find((sub) => sub.id === id)
      ?.items.join(' '),
  ).toBe(items);
});

test('indicator 8 changes its name in 2567 and is read under both names in every year', () => {
  const named = (fiscalYear: number) => year(fiscalYear).indicators.find(({ id }) => id === 8);
  expect(named(2566)).toMatchObject({ name: 'การปรับปรุงระบบการทำงาน', aliases: ['การปรับปรุงการทำงาน'] });
  expect(named(2567)).toMatchObject({ name: 'การปรับปรุงการทำงาน', aliases: ['การปรับปรุงระบบการทำงาน'] });
});

test('from 2567 the items of EIT give its first part only', () => {
  expect(year(2566).instruments[1]?.parts).toBeNull();
  expect(year(2566).indicators[5]?.from).toEqual({ kind: 'items', items: ['e1', 'e2', 'e3', 'e4', 'e5'] });
  for (const fiscalYear of [2567, 2568, 2569]) {
    expect(year(fiscalYear).instruments[1]?.parts).toEqual(['1', '2']);
    expect(year(fiscalYear).indicators[5]?.from).toEqual({
      kind: 'parts',
      part: '1',
      items: ['e1', 'e2', 'e3'],
    });
  }
});

test('only 2567 has the seven issues, and an item can stand under two of them', () => {
  const withIssues = [2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569].filter(
    (fiscalYear) => year(fiscalYear).issueGroups.length > 0,
  );
  expect(withIssues).toEqual([2567]);
  const groups = year(2567).issueGroups;
  expect(groups.map(({ items }) => items.length)).toEqual([9, 10, 9, 3, 7, 7, 13]);
  expect(groups.filter(({ items }) => items.includes('i1')).map(({ id }) => id)).toEqual(['1', '2']);
  expect(groups.flatMap(({ items }) => items)).not.toContain('o22');
});

test('2569 follows 2568 by meaning, not by number', () => {
  const { crosswalk } = year(2569);
  const oit = crosswalk.filter(({ current }) => current.startsWith('o'));
  const printed = oit.map(({ previous, current }) => `${previous}>${current}`).join(' ');
  expect(printed).toBe(
    'o1>o1 o2>o2 o3>o3 o4>o4 o5>o5 o6>o6 o7>o7 o8>o8 o9>o9 o10>o10 o11>o10 o12>o11 o13>o12 o14>o13 o15>o14 ' +
      'o16>o15 o17>o16 o18>o17 o19>o18 o20>o19 o21>o20 o22>o20 o23>o21 o24>o22 o25>o23 o26>o24 o27>o25 o28>o26',
  );
});

test('items without a known counterpart stay without one', () => {
  expect(year(2562).crosswalk).toEqual([]);
  expect(followers(year(2563), 'o42')).toEqual([]);
  expect(forerunners(year(2563), 'o42')).toEqual([]);
  expect(followers(year(2565), 'o34')).toEqual([]);
  expect(forerunners(year(2566), 'o10')).toEqual([]);
  expect(year(2567).crosswalk.filter(({ current }) => !current.startsWith('o'))).toEqual([]);
  expect(followers(year(2568), 'o6')).toEqual([]);
  expect(forerunners(year(2568), 'e9')).toEqual([]);
});

test('the measures item of each year follows that of the year before', () => {
  for (const fiscalYear of [2564, 2565, 2566, 2567, 2568, 2569]) {
    const [before, now] = [year(fiscalYear - 1), year(fiscalYear)];
    expect(followers(now, before.measuresItem ?? '')).toEqual([now.measuresItem]);
    expect(followers(now, before.resultsItem ?? '')).toEqual([now.resultsItem]);
  }
});

test('what is not known of 2569 is marked so', () => {
  const { evidence } = year(2569);
  expect(
    [evidence.grades, evidence.iitEitItems, evidence.issueGroups].map(({ confidence }) => confidence),
  ).toEqual(['unknown', 'unknown', 'unknown']);
});

test('the published weighting of a year gives its published total', () => {
  const totalOf = (fiscalYear: number, scores: readonly number[]): number =>
    year(fiscalYear).instruments.reduce((sum, { weight }, index) => sum + weight * (scores[index] ?? NaN), 0);
  expect(totalOf(2565, [90.42, 95.65, 100])).toBeCloseTo(95.82, 2);
  expect(totalOf(2567, [99.69, (94.62 + 80.89) / 2, 96.07])).toBeCloseTo(94.66, 2);
});
