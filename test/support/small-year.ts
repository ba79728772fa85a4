import fc from 'fast-check';
import type { Assessment } from '../../src/core/assess/assessment';
import { reassess, type Supposed } from '../../src/core/assess/reassess';
import type {
  ConditionReading,
  IndicatorRule,
  ItemRule,
  RuleSet,
  SubIndicatorRule,
} from '../../src/core/rule-set';
import { year } from '../rules/year';
import { assessed, indicator, instrument, item, part, subIndicator } from './given-scores';

// A year as small as can be searched exhaustively: three instruments, six indicators, ten items.

const ITEMS: Readonly<Record<number, readonly string[]>> = {
  1: ['i1', 'i2'],
  2: ['i3'],
  3: ['e1', 'e2'],
  4: ['e3'],
};
const SUBS: readonly SubIndicatorRule[] = [
  { id: '5.1', name: '5.1', indicator: 5, items: ['o1', 'o2'] },
  { id: '5.2', name: '5.2', indicator: 5, items: ['o3'] },
  { id: '6.1', name: '6.1', indicator: 6, items: ['o4'] },
];
const instrumentOf = (id: number) => (id < 3 ? 'IIT' : id < 5 ? 'EIT' : 'OIT');

/** What can differ: whether EIT has parts, how the condition is read, and where the upper level begins. */
export type SmallKind = {
  readonly hasParts: boolean;
  readonly reading: ConditionReading | null;
  readonly from: number;
  readonly every: number;
};

const smallRules = ({ hasParts, reading, from, every }: SmallKind): RuleSet => {
  const base = year(2567);
  const indicators = [1, 2, 3, 4, 5, 6].map((id): IndicatorRule => {
    const subs = SUBS.filter((sub) => sub.indicator === id).map((sub) => sub.id);
    const items = ITEMS[id] ?? [];
    return {
      id,
      name: String(id),
      nameEn: String(id),
      aliases: [],
      instrument: instrumentOf(id),
      from:
        subs.length > 0
          ? { kind: 'subIndicators', subIndicators: subs }
          : hasParts && instrumentOf(id) === 'EIT'
            ? { kind: 'parts', part: '1', items }
            : { kind: 'items', items },
    };
  });
  const plain = Object.entries(ITEMS).flatMap(([id, ids]) =>
    ids.map((own): ItemRule => ({
      id: own,
      name: own,
      instrument: instrumentOf(Number(id)),
      indicator: Number(id),
      subIndicator: null,
      allowedScores: null,
    })),
  );
  const published = SUBS.flatMap((sub) =>
    sub.items.map((own): ItemRule => ({
      id: own,
      name: own,
      instrument: 'OIT',
      indicator: sub.indicator,
      subIndicator: sub.id,
      allowedScores: [0, 100],
    })),
  );
  const grade = { label: '', labelEn: '', passes: true };
  return {
    ...base,
    instruments: base.instruments.map((rule) => ({
      ...rule,
      parts: hasParts && rule.id === 'EIT' ? ['1', '2'] : null,
    })),
    indicators,
    subIndicators: SUBS,
    otherGroupings: [],
    items: [...plain, ...published],
    gradeScale: {
      grades: [
        { ...grade, code: 'upper', from, every: reading === null ? null : every },
        { ...grade, code: 'lower', from: 0, every: null },
      ],
      readings: reading === null ? [] : [reading],
      settled: true,
    },
    issueGroups: [],
  };
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const score = fc.integer({ min: 0, max: 20 }).map((fifth) => fifth * 5);
const binary = fc.constantFrom(0, 100, 100);

/** How an indicator is given: by all items, by itself with its first item, by itself alone. */
const LEVELS = ['items', 'partly', 'alone'] as const;

/** An assessment of a small year; where `wrong` given figures need not fit what lies below them. */
export const smallAssessment = (wrong: boolean): fc.Arbitrary<Assessment> =>
  fc
    .record({
      hasParts: fc.boolean(),
      reading: fc.option(fc.constantFrom<ConditionReading>('instruments', 'eitParts', 'indicators')),
      from: fc.integer({ min: 50, max: 100 }),
      every: fc.integer({ min: 40, max: 100 }),
      scores: fc.array(score, { minLength: 6, maxLength: 6 }),
      published: fc.array(binary, { minLength: 4, maxLength: 4 }),
      second: fc.tuple(score, score),
      levels: fc.array(fc.constantFrom(...LEVELS), { minLength: 6, maxLength: 6 }),
      noise: fc.array(fc.constantFrom(0, 0, -10, 10, 30), { minLength: 6, maxLength: 6 }),
      withIndicators: fc.boolean(),
      instrumentAlone: fc.constantFrom(false, false, true),
    })
    .map((drawn): Assessment => {
      const ruleSet = smallRules(drawn);
      const values = new Map([
        ...['i1', 'i2', 'i3', 'e1', 'e2', 'e3'].map((id, at) => [id, drawn.scores[at] ?? 0] as const),
        ...['o1', 'o2', 'o3', 'o4'].map((id, at) => [id, drawn.published[at] ?? 0] as const),
      ]);
      const of = (ids: readonly string[]): number => meanOf(ids.map((id) => values.get(id) ?? 0));
      const put = (value: number, at: number): number =>
        wrong ? Math.min(100, Math.max(0, value + (drawn.noise[at] ?? 0))) : value;
      const itemsGiven = (ids: readonly string[], level: (typeof LEVELS)[number]): readonly Supposed[] =>
        (level === 'items' ? ids : level === 'partly' ? ids.slice(0, 1) : []).map((id) => ({
          subject: item(id),
          value: values.get(id) ?? 0,
        }));
      const given = ruleSet.indicators.flatMap(({ id, from }, at): readonly Supposed[] => {
        const level = drawn.levels[at] ?? 'items';
        const own = (value: number): Supposed => ({ subject: indicator(id), value: put(value, at) });
        if (from.kind === 'items')
          return [...itemsGiven(from.items, level), ...(level === 'items' ? [] : [own(of(from.items))])];
        if (from.kind === 'parts') {
          const both = (of(from.items) + (drawn.second[at - 2] ?? 0)) / 2;
          return [
            ...itemsGiven(from.items, drawn.levels[2] ?? 'items'),
            ...(drawn.withIndicators ? [own(both)] : []),
          ];
        }
        const subs = SUBS.filter((sub) => from.subIndicators.includes(sub.id));
        const whole = meanOf(subs.map((sub) => of(sub.items)));
        return [
          ...subs.flatMap((sub) => [
            ...itemsGiven(sub.items, level),
            ...(level === 'partly' ? [{ subject: subIndicator(sub.id), value: put(of(sub.items), at) }] : []),
          ]),
          ...(level === 'items' ? [] : [own(whole)]),
        ];
      });
      const partsGiven = drawn.hasParts
        ? [
            { subject: part('1'), value: put((of(['e1', 'e2']) + of(['e3'])) / 2, 2) },
            { subject: part('2'), value: meanOf(drawn.second) },
          ]
        : [];
      // An instrument given directly, of which one indicator is known at most.
      const iit = meanOf([of(['i1', 'i2']), of(['i3'])]);
      const shown = drawn.instrumentAlone
        ? [
            ...given.filter(
              ({ subject }) =>
                !(subject.kind === 'item' && subject.id === 'i3') &&
                !(subject.kind === 'indicator' && subject.indicator === 2),
            ),
            { subject: instrument('IIT'), value: put(iit, 0) },
          ]
        : given;
      return reassess(assessed(2567, []), [...shown, ...partsGiven], ruleSet);
    });
