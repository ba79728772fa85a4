import { groupedBy, assessed, item, items } from '../../support/given-scores';

const SCORES: Readonly<Record<string, number>> = {
  o9: 0,
  o17: 0,
  e9: 72.5,
  i15: 98.67,
  i5: 98.67,
  i14: 99.33,
};
const all = items(2567, (id) => SCORES[id] ?? 100);

test('the seven issues gather items of all instruments, each with its level and what pulls it down', () => {
  const { groups } = groupedBy(2567, all, { policy: 'item' }).issues;
  expect(groups.map(({ id, level, weakest }) => [id, level, weakest])).toEqual([
    ['1', 'urgent', ['o9']],
    ['2', 'improve', ['e9']],
    ['3', 'maintain', []],
    ['4', 'maintain', []],
    ['5', 'urgent', ['o17']],
    ['6', 'maintain', []],
    ['7', 'maintain', ['i15']],
  ]);
  expect(groups[1]?.items.map(({ id, score }) => `${id} ${score ?? ''}`)).toEqual([
    ...[
      'i1 100',
      'i2 100',
      'i3 100',
      'e1 100',
      'e2 100',
      'e3 100',
      'e6 100',
      'e9 72.5',
      'o12 100',
      'o13 100',
    ],
  ]);
});

test('an item may stand under two issues, with the same score', () => {
  const { groups } = assessed(2567, [[item('e6'), 80]]).issues;
  const own = groups.filter(({ weakest }) => weakest.includes('e6'));
  expect(own.map(({ id, level }) => [id, level])).toEqual([
    ['2', 'urgent'],
    ['3', 'urgent'],
  ]);
});

test('every item stands under an issue or among the rest', () => {
  const { groups, rest } = assessed(2567, all).issues;
  expect(rest.map(({ id }) => id)).toEqual(['e8', 'o7', 'o10', 'o11', 'o22', 'o23', 'o24', 'o25']);
  const listed = new Set([...groups.flatMap((group) => group.items), ...rest].map(({ id }) => id));
  expect(listed.size).toBe(15 + 9 + 35);
});

test('equal printed scores pull an issue down together; without a score there is no level', () => {
  const { groups } = assessed(2567, [
    [item('i10'), 90.004],
    [item('i11'), 90],
    [item('i12'), 95],
  ]).issues;
  expect(groups[3]).toMatchObject({ level: 'improve', weakest: ['i10', 'i11'] });
  expect(groups[4]).toMatchObject({ level: null, weakest: [] });
});

test('a year without issues has none', () => {
  expect(
    assessed(
      2566,
      items(2566, () => 100),
    ).issues,
  ).toEqual({ groups: [], rest: [] });
});
