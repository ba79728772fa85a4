import type { CellRef } from '../cell-address';
import type { Subject } from '../read/reading';
import type { InstrumentId } from '../rule-set';
import type { Assessment } from './assessment';
import { scoreTree, type ScoreNode } from './score-tree';

/** What is lost at one place, in points of the total. */
export type GainLine = {
  /**
   * `item`: an item; `figure`: a given figure of which nothing below is known; `rest`: what the known lines below a
   * given figure leave unexplained, negative where they lose more than the figure says.
   */
  readonly kind: 'item' | 'figure' | 'rest';
  readonly subject: Subject;
  readonly instrument: InstrumentId;
  readonly indicator: number | null;
  readonly score: number;
  /** Points of the total for one point of the score: what a live formula multiplies the lost points by. */
  readonly coefficient: number;
  /** What the total would gain if this were full. */
  readonly points: number;
  readonly cell: CellRef | null;
  /** Of a rest, the lines that are taken off: points = coefficient × (full − score) − theirs. */
  readonly less: readonly Subject[];
};

/** Sums of binary fractions differ by less than this from what they should be. */
const NOISE = 1e-9;

const sumOf = (lines: readonly GainLine[]): number => lines.reduce((sum, { points }) => sum + points, 0);

/** The lines of a score and of what it is made of; they add up to what it loses, where it is known. */
export const linesOf = (node: ScoreNode, full: number): readonly GainLine[] => {
  const { subject, instrument, indicator, score, coefficient } = node;
  const below = node.children.flatMap((child) => linesOf(child, full));
  if (score === null || node.from !== 'figure') return below;
  const lost = coefficient * (full - score);
  const own = { subject, instrument, indicator, score, coefficient, cell: node.figure?.cell ?? null };
  if (below.length === 0)
    return [{ ...own, kind: subject.kind === 'item' ? 'item' : 'figure', points: lost, less: [] }];
  const points = lost - sumOf(below);
  if (Math.abs(points) < NOISE) return below;
  return [...below, { ...own, kind: 'rest', points, less: below.map((line) => line.subject) }];
};

/**
 * What every item would add to the total if it were full, and the losses that no item explains on lines of their own,
 * the largest first and equal ones in the order of the rules. All of them add up to what the total lacks; what has no score has no line.
 */
export const gainsOf = (assessment: Assessment): readonly GainLine[] =>
  scoreTree(assessment)
    .flatMap((node) => linesOf(node, assessment.ruleSet.scale.max))
    .sort((a, b) => Math.round(b.points / NOISE) - Math.round(a.points / NOISE));
