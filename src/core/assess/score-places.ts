import { subjectKey, type Subject } from '../read/reading';
import type { InstrumentId } from '../rule-set';
import type { Assessment } from './assessment';
import { itemCoefficients } from './score-tree';

/** A score as it stands: whether it is computed, given or missing, and what it is worth in the total. */
export type Place = {
  readonly subject: Subject;
  readonly instrument: InstrumentId;
  readonly score: number | null;
  readonly isGiven: boolean;
  /** Points of the total for one point of this score. */
  readonly coefficient: number;
};

/** Places by the keys of their subjects. */
export type Places = ReadonlyMap<string, Place>;

/** Every score of the year, of both divisions where an instrument has parts and indicators. */
export const placesOf = (assessment: Assessment): Places => {
  const { ruleSet, items, subIndicators, indicators, instruments } = assessment;
  const coefficients = itemCoefficients(ruleSet);
  const ofIndicators = ruleSet.instruments.flatMap((instrument): readonly Place[] => {
    const own = ruleSet.indicators.filter((rule) => rule.instrument === instrument.id);
    const coefficient = instrument.weight / own.length;
    return own.flatMap(({ id, from }): readonly Place[] => {
      const result = indicators.find((entry) => entry.id === id);
      const below = from.kind === 'subIndicators' ? from.subIndicators : [];
      return [
        {
          subject: { kind: 'indicator', indicator: id },
          instrument: instrument.id,
          score: result?.score ?? null,
          isGiven: result?.from === 'given',
          coefficient,
        },
        ...below.map((sub): Place => {
          const own = subIndicators.find((entry) => entry.id === sub);
          return {
            subject: { kind: 'subIndicator', id: sub },
            instrument: instrument.id,
            score: own?.score ?? null,
            isGiven: own?.from === 'given',
            coefficient: coefficient / below.length,
          };
        }),
      ];
    });
  });
  const ofInstruments = instruments.flatMap(({ id, score, from, weight, parts }): readonly Place[] => [
    {
      subject: { kind: 'instrument', instrument: id },
      instrument: id,
      score,
      isGiven: from === 'given',
      coefficient: weight,
    },
    ...parts.map((part): Place => ({
      subject: { kind: 'part', instrument: id, part: part.part },
      instrument: id,
      score: part.score,
      isGiven: part.from === 'given',
      coefficient: weight / parts.length,
    })),
  ]);
  const ofItems = ruleSet.items.map(({ id, instrument }): Place => ({
    subject: { kind: 'item', id },
    instrument,
    score: items.find((entry) => entry.id === id)?.score ?? null,
    isGiven: true,
    coefficient: coefficients.get(id) ?? 0,
  }));
  const all = [...ofItems, ...ofIndicators, ...ofInstruments];
  return new Map(all.map((place) => [subjectKey(place.subject), place]));
};

/** The scores that a score is part of, from the nearest up, in every division of its instrument. */
export const containersOf = ({ subject, instrument }: Place, { ruleSet }: Assessment): readonly Subject[] => {
  const whole: Subject = { kind: 'instrument', instrument };
  const rules = ruleSet.indicators;
  switch (subject.kind) {
    case 'item': {
      const item = ruleSet.items.find(({ id }) => id === subject.id);
      const rule = rules.find(({ id }) => id === item?.indicator);
      const sub = item?.subIndicator ?? null;
      return [
        ...(sub === null ? [] : [{ kind: 'subIndicator', id: sub } as const]),
        ...(rule === undefined ? [] : [{ kind: 'indicator', indicator: rule.id } as const]),
        ...(rule?.from.kind === 'parts' ? [{ kind: 'part', instrument, part: rule.from.part } as const] : []),
        whole,
      ];
    }
    case 'subIndicator': {
      const rule = rules.find(
        ({ from }) => from.kind === 'subIndicators' && from.subIndicators.includes(subject.id),
      );
      return [...(rule === undefined ? [] : [{ kind: 'indicator', indicator: rule.id } as const]), whole];
    }
    case 'indicator':
    case 'part':
      return [whole];
    case 'instrument':
    case 'total':
      return [];
  }
};
