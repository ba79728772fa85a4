import { year } from '../../rules/year';
import {
  all,
  assessed,
  indicator,
  indicators,
  instrument,
  instruments,
  item,
  items,
  part,
  parts,
  subIndicator,
  type Given,
} from '../../support/given-scores';

const madeFrom = (given: Given, fiscalYear = 2565) =>
  assessed(fiscalYear, given).instruments.map(({ score, from }) => `${score ?? ''} ${from ?? ''}`.trim());

describe('instruments', () => {
  test('a given instrument counts only where its indicators are not there', () => {
    expect(madeFrom([...indicators(all(90)), ...instruments(50, 50, 50)])).toEqual(
      Array(3).fill('90 indicators'),
    );
    expect(madeFrom(instruments(50, 60, 70))).toEqual(['50 given', '60 given', '70 given']);
    expect(madeFrom([...indicators([90, 90, 90, 90]), ...instruments(50, null, null)])).toEqual([
      '50 given',
      '',
      '',
    ]);
  });

  test('from 2567 EIT is the mean of its parts, before its indicators and before what is given', () => {
    const given: Given = [...indicators(all(90)), ...instruments(70, 70, 70), ...parts(94.62, 80.89)];
    const eit = assessed(2567, given).instruments.find(({ id }) => id === 'EIT');
    expect([eit?.score, eit?.from]).toEqual([expect.closeTo(87.755, 10), 'parts']);
  });

  test.each<[string, Given, string]>([
    ['one part only', [...indicators(all(90)), ...parts(94.62, null)], '90 indicators'],
    ['one part and nothing else', parts(94.62, null), ''],
    ['one part and the instrument', [...parts(94.62, null), [instrument('EIT'), 88]], '88 given'],
  ])('with %s EIT is «%s»', (_, given, expected) => {
    expect(madeFrom(given, 2567)[1]).toBe(expected);
  });

  test('parts of a year that has none are not used', () => {
    expect(madeFrom([...instruments(90, 88, 90), ...parts(10, 20)])[1]).toBe('88 given');
  });

  test('from 2567 all EIT items make part 1, before what is given for it', () => {
    const given: Given = [...items(2567, () => 90), ...parts(50, 80)];
    const eit = assessed(2567, given).instruments.find(({ id }) => id === 'EIT');
    expect(eit).toMatchObject({ score: 85, from: 'parts' });
    expect(eit?.parts.map(({ score, from }) => [score, from])).toEqual([
      [90, 'items'],
      [80, 'given'],
    ]);
    const incomplete = given.filter(([subject]) => subject.kind !== 'item' || subject.id !== 'e8');
    expect(assessed(2567, incomplete).instruments[1]?.parts[0]).toMatchObject({ score: 50, from: 'given' });
  });
});

describe('indicators', () => {
  const [first] = year(2565).indicators;
  const ids = first?.from.kind === 'items' ? first.from.items : [];
  const six: Given = ids.map((id) => [item(id), 80]);

  test('complete items win over a given indicator, incomplete ones do not', () => {
    expect(ids).toHaveLength(6);
    expect(assessed(2565, [...six, [indicator(1), 85]]).indicators[0]).toMatchObject({
      score: 80,
      from: 'items',
    });
    expect(assessed(2565, [...six.slice(1), [indicator(1), 85]]).indicators[0]).toMatchObject({
      score: 85,
      from: 'given',
    });
    expect(assessed(2565, six.slice(1)).indicators[0]).toMatchObject({ score: null, from: null });
  });

  test('an item that is blank or repeated is no complete set', () => {
    expect(assessed(2565, [...six.slice(1), [item(ids[0] ?? ''), null]]).indicators[0]?.score).toBeNull();
    expect(assessed(2565, [...six.slice(1), ...six.slice(1, 2)]).indicators[0]?.score).toBeNull();
  });

  test('items make OIT by sub-indicators that weigh the same, never by a flat mean', () => {
    const oit = year(2565).items.filter(({ instrument: id }) => id === 'OIT');
    const given = oit.map(({ id, subIndicator: of }): Given[number] => [item(id), of === '9.1' ? 0 : 100]);
    const result = assessed(2565, given);
    expect(result.subIndicators.find(({ id }) => id === '9.1')).toMatchObject({ score: 0, from: 'items' });
    expect(result.indicators[8]).toMatchObject({ id: 9, score: 80, from: 'items' });
    expect(result.instruments[2]).toMatchObject({ score: 90, from: 'indicators' });
  });

  const five = ['9.1', '9.2', '9.3', '9.4', '9.5'].map((id): Given[number] => [subIndicator(id), 70]);
  test('given sub-indicators make an indicator that is not given, and give way to one that is', () => {
    expect(assessed(2565, five).indicators[8]).toMatchObject({ score: 70, from: 'parts' });
    expect(assessed(2565, five.slice(1)).indicators[8]).toMatchObject({ score: null, from: null });
    expect(assessed(2565, [...five, [indicator(9), 75]]).indicators[8]).toMatchObject({
      score: 75,
      from: 'given',
    });
  });

  test('items win over given sub-indicators', () => {
    const of91 = year(2565).subIndicators.find(({ id }) => id === '9.1')?.items ?? [];
    const given: Given = [...five, ...of91.map((id): Given[number] => [item(id), 100])];
    const result = assessed(2565, given);
    expect(result.subIndicators[0]).toMatchObject({ score: 100, from: 'items' });
    expect(result.indicators[8]).toMatchObject({ score: 76, from: 'parts' });
  });

  test('from 2567 EIT items never make an indicator', () => {
    const eit = assessed(
      2567,
      items(2567, () => 97.5),
    ).indicators.slice(5, 8);
    expect(eit.map(({ score, from }) => [score, from])).toEqual(Array(3).fill([null, null]));
  });
});

describe('what is missing', () => {
  test('without all three instruments there is no total and no grade, and nothing is taken for zero', () => {
    const { total, grade, instruments: results } = assessed(2565, instruments(90, null, 100));
    expect([total.score, grade]).toEqual([null, null]);
    expect(results.map(({ weighted }) => weighted)).toEqual([27, null, 40]);
  });

  test('nothing given gives nothing', () => {
    for (const fiscalYear of [2562, 2565, 2567, 2569]) {
      const result = assessed(fiscalYear, []);
      const scores = [...result.items, ...result.subIndicators, ...result.indicators, ...result.instruments];
      expect(new Set(scores.map(({ score }) => score))).toEqual(new Set([null]));
      expect(new Set(result.indicators.flatMap(({ rank, triage }) => [rank, triage]))).toEqual(
        new Set([null]),
      );
      expect([result.total.score, result.grade, result.findings]).toEqual([null, null, []]);
    }
  });

  test('a printed total makes no instruments and no grade', () => {
    const result = assessed(2565, [[{ kind: 'total' }, 95.82]]);
    expect([result.total.score, result.total.given?.value, result.grade]).toEqual([null, 95.82, null]);
  });

  test('of the same figure in two tables a score is used before a blank, and the larger table before the smaller', () => {
    expect(
      assessed(2565, [
        [indicator(1), null, 'score', 0],
        [indicator(1), 90, 'score', 1],
      ]).indicators[0]?.score,
    ).toBe(90);
    const blankInTheLarger: Given = [...indicators([null, 80, 80]), [indicator(1), 90, 'score', 1]];
    expect(assessed(2565, blankInTheLarger).indicators[0]?.score).toBe(90);
    const given: Given = [
      [indicator(1), 50, 'score', 0],
      ...indicators(all(90)).map(([subject, value]): Given[number] => [subject, value, 'score', 1]),
    ];
    expect(assessed(2565, given).indicators[0]?.score).toBe(90);
  });

  test('a part that is not printed is no zero', () => {
    expect(assessed(2567, [[part('1'), 90]]).instruments[1]?.parts.map(({ score }) => score)).toEqual([
      90,
      null,
    ]);
  });
});
