import type { Assessment } from '../../../src/core/assess/assessment';
import {
  all,
  assessed,
  indicator,
  indicators,
  instrument,
  item,
  items,
  parts,
  subIndicator,
  type Given,
} from '../../support/given-scores';

const codesOf = ({ findings }: Assessment): readonly string[] =>
  findings.map(({ code, severity }) => `${code} ${severity}`);

// EIT is 95.656666…, the total 95.8242.
const PUBLISHED = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 100];
const total = (value: number): Given => [[{ kind: 'total' }, value]];

test.each<[string, Given, readonly string[]]>([
  ['the figure itself', [[instrument('EIT'), 95.66]], []],
  ['the figure with more decimals', [[instrument('EIT'), 95.656_666_67]], []],
  ['a figure cut off', [[instrument('EIT'), 95.65]], ['truncated note']],
  ['a figure rounded on the way', [[instrument('EIT'), 95.665]], ['roundedElsewhere note']],
  ['a figure just beyond .01', [[instrument('EIT'), 95.67]], ['differs warning']],
  ['another figure', [[instrument('EIT'), 95.5]], ['differs warning']],
  ['the total', total(95.82), []],
  ['a total within .01', total(95.83), ['roundedElsewhere note']],
  ['a total beyond .01', total(95.84), ['differs warning']],
  ['a wrong total', total(92.01), ['differs warning']],
  ['a weighted score', [[instrument('EIT'), 28.7, 'weighted']], []],
  ['a weighted score cut off', [[instrument('EIT'), 28.69, 'weighted']], ['truncated note']],
  ['a wrong weighted score', [[instrument('EIT'), 30, 'weighted']], ['differs warning']],
  ['its rank', [[indicator(1), 6, 'rank']], []],
  ['another rank', [[indicator(1), 9, 'rank']], ['rankDiffers warning']],
  ['the same score in a second table', [[indicator(1), 94.56, 'score', 1]], []],
  ['a score beside it in a second table', [[indicator(1), 94.55, 'score', 1]], ['conflict note']],
  ['another score in a second table', [[indicator(1), 94.54, 'score', 1]], ['conflict warning']],
  ['a blank in a second table', [[indicator(1), null, 'score', 1]], []],
])('%s beside the indicators gives %j', (_, given, codes) => {
  expect(codesOf(assessed(2565, [...indicators(PUBLISHED), ...given]))).toEqual(codes);
});

test.each([
  [90, []],
  [89.995, []],
  [90.01, ['roundedElsewhere note']],
  [89.99, ['roundedElsewhere note']],
  [90.02, ['differs warning']],
  [89.98, ['differs warning']],
])('where all gives exactly 90 a printed %d gives %j', (printed, codes) => {
  expect(codesOf(assessed(2565, [...indicators(all(90)), ...total(printed)]))).toEqual(codes);
});

test('a finding says what was printed, what we have, and where', () => {
  const [finding] = assessed(2565, [...indicators(PUBLISHED), [instrument('EIT'), 95.65]]).findings;
  expect(finding).toMatchObject({
    params: { subject: 'EIT', printed: '95.65', ours: '95.66', exact: '95.6567' },
    cells: [{ sheet: 'ก', row: 10, column: 0 }],
  });
});

test('the same wrong figure in two cells is one finding of both', () => {
  const given: Given = [
    [{ kind: 'total' }, 92.01],
    [{ kind: 'total' }, 92.01, 'score', 1],
  ];
  const { findings } = assessed(2565, [...indicators(PUBLISHED), ...given]);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.cells).toHaveLength(2);
});

test('a given indicator or sub-indicator that its items contradict', () => {
  const given: Given = [
    ...items(2565, () => 100),
    [indicator(1), 90],
    [subIndicator('9.1'), 99.99],
    [indicator(9), 100],
  ];
  expect(codesOf(assessed(2565, given))).toEqual(['roundedElsewhere note', 'differs warning']);
});

test.each([
  [80, []],
  [80.01, []],
  [79.99, []],
  [80.02, ['differs warning']],
  [90, ['differs warning']],
])('an indicator given as %d beside given sub-indicators that make 80', (printed, codes) => {
  const subs = ['9.1', '9.2', '9.3', '9.4', '9.5'].map((id): Given[number] => [subIndicator(id), 80]);
  expect(codesOf(assessed(2565, [...subs, [indicator(9), printed]]))).toEqual(codes);
  expect(codesOf(assessed(2565, [...subs.slice(1), [indicator(9), printed]]))).toEqual([]);
});

test('parts of EIT that the indicators contradict', () => {
  expect(codesOf(assessed(2567, [...indicators(all(90)), ...parts(90, 90)]))).toEqual([]);
  expect(codesOf(assessed(2567, [...indicators(all(90)), ...parts(90.02, 90)]))).toEqual([]);
  expect(codesOf(assessed(2567, [...indicators(all(90)), ...parts(90.03, 90)]))).toEqual(['differs warning']);
});

describe('a reported grade', () => {
  test.each<[string, readonly string[]]>([
    ['AA', []],
    ['A', ['gradeDiffers warning']],
    ['F', ['gradeDiffers warning']],
  ])('%s', (grade, codes) => {
    expect(codesOf(assessed(2565, indicators(PUBLISHED), grade))).toEqual(codes);
  });

  test('that another admissible reading gives is no finding', () => {
    const given: Given = [...indicators([100, 80, 100, 100, 100, 90, 90, 90, 100, 100]), ...parts(90, 90)];
    expect(codesOf(assessed(2567, given, 'good'))).toEqual([]);
    expect(codesOf(assessed(2567, given, 'pass'))).toEqual([]);
    expect(codesOf(assessed(2567, given, 'excellent'))).toEqual(['gradeDiffers warning']);
  });

  test('without a total is no finding', () => {
    expect(codesOf(assessed(2565, [[indicator(1), 90]], 'AA'))).toEqual([]);
  });
});

describe('items', () => {
  test.each<[string, number, readonly string[]]>([
    ['o9', 0, []],
    ['o9', 100, []],
    ['o9', 50, ['scoreNotAllowed warning']],
    ['i1', 50, []],
  ])('%s at %d', (id, score, codes) => {
    const found = codesOf(assessed(2565, [[item(id), score]]));
    expect(found.filter((code) => !code.startsWith('itemsMissing'))).toEqual(codes);
  });

  test('that are missing are named once for each instrument, where it has others', () => {
    const given = items(2567, (id) => (id === 'e8' || id === 'o7' || id === 'o10' ? null : 100));
    const { findings } = assessed(2567, given);
    expect(findings.map(({ code, severity, params }) => [code, severity, params['items']])).toEqual([
      ['itemsMissing', 'note', 'e8'],
      ['itemsMissing', 'note', 'o7 o10'],
    ]);
    expect(
      codesOf(
        assessed(
          2567,
          items(2567, () => null),
        ),
      ),
    ).toEqual([]);
  });

  test('printed twice with different scores are a conflict with both cells', () => {
    const { findings } = assessed(2567, [
      [item('i1'), 99.33, 'score', 0],
      [item('i1'), 93.33, 'score', 1],
    ]);
    const conflict = findings.find(({ code }) => code === 'conflict');
    expect(conflict).toMatchObject({ severity: 'warning', params: { subject: 'i1' } });
    expect(conflict?.cells).toHaveLength(2);
  });
});
