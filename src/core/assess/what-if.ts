import { subjectKey, type Subject } from '../read/reading';
import { err, ok, type Result } from '../result';
import type { Assessment, InstrumentResult } from './assessment';
import { reassess, type Supposed } from './reassess';
import { containersOf, placesOf, type Place, type Places } from './score-places';

/** A score that is supposed to change, 0–100. */
export type ScoreChange = { readonly subject: Subject; readonly to: number };

/** Why the effect of a change cannot be said. */
export type WhatIfRefusal = {
  /**
   * `unknown`: the year has no such score; `computed`: it follows from the scores below it; `noScore`: it has no score of
   * its own and is part of a figure that has one; the others speak for themselves.
   */
  readonly code: 'unknown' | 'twice' | 'outOfScale' | 'notAllowed' | 'computed' | 'noScore';
  readonly subject: string;
  readonly value: number;
  /** The only scores that can be given; empty but for `notAllowed`. */
  readonly allowed: readonly number[];
};

const isMadeOfGivenParts = ({ from, parts }: InstrumentResult): boolean =>
  from === 'parts' && parts.some((part) => part.from === 'given');

const refusalOf = (
  { subject, to }: ScoreChange,
  place: Place | undefined,
  places: Places,
  assessment: Assessment,
): WhatIfRefusal['code'] | null => {
  const { min, max } = assessment.ruleSet.scale;
  if (place === undefined) return 'unknown';
  if (!(to >= min && to <= max)) return 'outOfScale';
  const allowed = allowedOf(subject, assessment);
  if (allowed.length > 0 && !allowed.includes(to)) return 'notAllowed';
  const instrument = assessment.instruments.find(({ id }) => id === place.instrument);
  if (place.score !== null) {
    const isSpread =
      subject.kind === 'instrument' && instrument !== undefined && isMadeOfGivenParts(instrument);
    return place.isGiven || isSpread ? null : 'computed';
  }
  const isWithin = containersOf(place, assessment).some(
    (container) => (places.get(subjectKey(container))?.score ?? null) !== null,
  );
  return isWithin ? 'noScore' : null;
};

const allowedOf = (subject: Subject, { ruleSet }: Assessment): readonly number[] =>
  subject.kind === 'item' ? (ruleSet.items.find(({ id }) => id === subject.id)?.allowedScores ?? []) : [];

type Shifts = Map<string, number>;

const shift = (shifts: Shifts, subject: Subject, points: number): void => {
  const key = subjectKey(subject);
  shifts.set(key, (shifts.get(key) ?? 0) + points);
};

/** How far a change moves the given figures around it: what contains it, and what divides the same instrument otherwise. */
const spread = (
  place: Place,
  points: number,
  places: Places,
  assessment: Assessment,
  shifts: Shifts,
): void => {
  const worth = points * place.coefficient;
  for (const container of containersOf(place, assessment)) {
    const { coefficient = 0 } = places.get(subjectKey(container)) ?? {};
    if (coefficient > 0) shift(shifts, container, worth / coefficient);
  }
  if (place.subject.kind === 'part') {
    // It is not known how a part's points fall on the indicators: each is taken to move alike.
    for (const { id, instrument, from } of assessment.ruleSet.indicators)
      if (instrument === place.instrument && from.kind === 'parts')
        shift(shifts, { kind: 'indicator', indicator: id }, worth / instrumentWeight(place, assessment));
  }
};

const instrumentWeight = (place: Place, { instruments }: Assessment): number =>
  instruments.find(({ id }) => id === place.instrument)?.weight ?? 1;

/**
 * Where an instrument is made of its parts, points of an indicator or of the whole fall on the given parts by the room
 * that is left in each (upwards: to full, downwards: to zero), so that none is taken beyond the scale.
 */
const fallOnParts = (
  worth: number,
  instrument: InstrumentResult,
  assessment: Assessment,
  shifts: Shifts,
): void => {
  const { min, max } = assessment.ruleSet.scale;
  const given = instrument.parts.flatMap(({ part, score, from }) => {
    const subject: Subject = { kind: 'part', instrument: instrument.id, part };
    const now = (score ?? 0) + (shifts.get(subjectKey(subject)) ?? 0);
    return from === 'given' ? [{ subject, room: Math.max(0, worth > 0 ? max - now : now - min) }] : [];
  });
  const room = given.reduce((sum, part) => sum + part.room, 0);
  if (room === 0) return;
  const points = (worth / instrument.weight) * instrument.parts.length;
  for (const part of given) shift(shifts, part.subject, (points * part.room) / room);
};

/** Every given figure as the changes leave it: those that are changed, and those that move with them. */
const supposedOf = (
  changes: readonly (ScoreChange & { readonly place: Place })[],
  places: Places,
  assessment: Assessment,
): readonly Supposed[] => {
  const { min, max } = assessment.ruleSet.scale;
  const shifts: Shifts = new Map();
  const onParts = new Map<InstrumentResult, number>();
  for (const { subject, place, to } of changes) {
    if (place.score === null) continue;
    const points = to - place.score;
    shift(shifts, subject, points);
    spread(place, points, places, assessment, shifts);
    const instrument = assessment.instruments.find(({ id }) => id === place.instrument);
    const isAcross = subject.kind === 'indicator' || subject.kind === 'instrument';
    if (isAcross && instrument !== undefined && isMadeOfGivenParts(instrument))
      onParts.set(instrument, (onParts.get(instrument) ?? 0) + points * place.coefficient);
  }
  for (const [instrument, worth] of onParts) fallOnParts(worth, instrument, assessment, shifts);
  const moved = [...shifts].flatMap(([key, points]): readonly Supposed[] => {
    const { subject, score, isGiven } = places.get(key) ?? {};
    if (subject === undefined || score === undefined || score === null || isGiven !== true) return [];
    return [{ subject, value: Math.min(max, Math.max(min, score + points)) }];
  });
  const added = changes.flatMap(({ subject, place, to }) =>
    place.score === null ? [{ subject, value: to }] : [],
  );
  return [...moved, ...added];
};

/**
 * The assessment as it would be if some scores were others. A changed item moves every given figure that it is part of
 * by its share; each change counts from the present scores, and several add up. A score that is missing can be supposed
 * as long as nothing that contains it has a score of its own. Findings are left out.
 */
export const whatIf = (
  assessment: Assessment,
  changes: readonly ScoreChange[],
): Result<Assessment, WhatIfRefusal> => {
  const places = placesOf(assessment);
  const placed: (ScoreChange & { readonly place: Place })[] = [];
  for (const change of changes) {
    const subject = subjectKey(change.subject);
    const place = places.get(subject);
    const isRepeated = placed.some((other) => subjectKey(other.subject) === subject);
    const code = isRepeated ? 'twice' : refusalOf(change, place, places, assessment);
    if (code !== null || place === undefined) {
      const allowed = code === 'notAllowed' ? allowedOf(change.subject, assessment) : [];
      return err({ code: code ?? 'unknown', subject, value: change.to, allowed });
    }
    placed.push({ ...change, place });
  }
  return ok(reassess(assessment, supposedOf(placed, places, assessment)));
};
