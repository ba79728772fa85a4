import type { Subject } from '../read/reading';
import { subjectKey } from '../read/reading';
import type { ConditionReading, InstrumentId } from '../rule-set';
import { roundHalfUp } from '../text/numbers';
import type { Assessment, InstrumentResult } from './assessment';
import { conditionFigures } from './distances';
import type { GainLine } from './gains';

/** What a figure that the condition names lacks, in points of the total, and whose raise helps it. */
export type ConditionNeed = { readonly need: number; readonly helps: (line: GainLine) => boolean };

/** Points that a score lacks to be printed as the limit; 0 where it is already. */
export const lacking = (score: number, limit: number, decimals: number): number =>
  roundHalfUp(score, decimals) >= limit ? 0 : limit - 10 ** -decimals / 2 - score;

/** The figure of the condition under which a line stands; null where it stands above all of them. */
const figureOf = (line: GainLine, reading: ConditionReading, { ruleSet }: Assessment): Subject | null => {
  const { subject, instrument, indicator } = line;
  switch (reading) {
    case 'instruments':
      return { kind: 'instrument', instrument };
    case 'indicators':
      return indicator === null ? null : { kind: 'indicator', indicator };
    case 'eitParts': {
      if (instrument !== 'EIT') return { kind: 'instrument', instrument };
      if (subject.kind === 'part') return subject;
      const rule = ruleSet.indicators.find(({ id }) => id === indicator);
      return subject.kind === 'item' && rule?.from.kind === 'parts'
        ? { kind: 'part', instrument, part: rule.from.part }
        : null;
    }
  }
};

const instrumentOf = (subject: Subject, { ruleSet }: Assessment): InstrumentId | undefined =>
  subject.kind === 'indicator'
    ? ruleSet.indicators.find(({ id }) => id === subject.indicator)?.instrument
    : subject.kind === 'instrument' || subject.kind === 'part'
      ? subject.instrument
      : undefined;

const needsWithin = (
  { id, score, weight, parts }: InstrumentResult,
  reading: ConditionReading,
  limit: number,
  assessment: Assessment,
): readonly ConditionNeed[] => {
  const { decimals } = assessment.ruleSet.scale;
  if (score === null) return [];
  const figures = conditionFigures(reading, assessment).filter(
    ({ subject }) => instrumentOf(subject, assessment) === id,
  );
  const known = figures.flatMap((figure) =>
    figure.score === null ? [] : [{ ...figure, score: figure.score }],
  );
  const missing = figures.length - known.length;
  const share = weight / figures.length;
  const keyOf = (line: GainLine): string => {
    const figure = figureOf(line, reading, assessment);
    return figure === null ? '' : subjectKey(figure);
  };
  const ofKnown = known.map((figure) => ({
    need: share * lacking(figure.score, limit, decimals),
    helps: (line: GainLine) => line.instrument === id && keyOf(line) === subjectKey(figure.subject),
  }));
  if (missing === 0) return ofKnown;
  // At best the missing figures are alike, and as good as the instrument leaves them; where it is not known how they
  // make it up, as good as the instrument itself.
  const isDivided = reading !== 'eitParts' || parts.length > 0;
  const sum = known.reduce((all, figure) => all + figure.score, 0);
  const rest = isDivided ? (score * figures.length - sum) / missing : score;
  return [
    ...ofKnown,
    {
      need: (isDivided ? share * missing : weight) * lacking(rest, limit, decimals),
      helps: (line) =>
        line.instrument === id && !known.some(({ subject }) => subjectKey(subject) === keyOf(line)),
    },
  ];
};

/**
 * What the figures of a condition lack to reach a limit, each with the lines that can help it; missing ones are taken as
 * good as they can be. No line helps two of them.
 */
export const conditionNeeds = (
  reading: ConditionReading,
  limit: number,
  assessment: Assessment,
): readonly ConditionNeed[] =>
  assessment.instruments.flatMap((instrument) => needsWithin(instrument, reading, limit, assessment));
