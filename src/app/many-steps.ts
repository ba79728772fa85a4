import type { Snapshot } from '../core/snapshot';
import type { Analyst, PlainAnalysis } from './analyst';
import type { AnalysisOptions } from './analyze';
import { gather, type PickedFile } from './collect-job';
import type { ManyOutcome } from './many-outcome';
import { analysisOf, isWorking, type Session, type SessionState } from './session-state';
import type { Held, Work } from './session-work';
import type { Writing } from './session-writing';
import type { WorkbookPort } from './workbook-port';

/** Waits for an answer, unless the work has been given up meanwhile. */
export type Current = <Value>(answer: Promise<Value>) => Promise<Value>;

type Again = () => Promise<SessionState>;

/** What a session lends to the work on many agencies. */
export type SessionTools = Work & {
  readonly port: WorkbookPort;
  readonly analyst: Analyst;
  readonly held: Held;
  /** Work that writes nothing and can be given up. */
  readonly reading: (
    first: SessionState,
    analysis: PlainAnalysis | null,
    again: Again,
    work: (current: Current) => Promise<SessionState>,
    choice?: AnalysisOptions,
  ) => Promise<SessionState>;
  /** Holds what was read from now on, and keeps the way back to what was before. */
  readonly comeFrom: (before: SessionState, basis: Snapshot | null) => void;
  readonly keep: Writing['keep'];
};

/** Lets the page draw, and the officer press something, between two files. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Steps of a session over many agencies: those of the workbook itself, or of files that were picked. */
export const manySteps = ({
  port,
  analyst,
  held,
  state,
  become,
  refuse,
  reading,
  guarded,
  comeFrom,
  keep,
}: SessionTools): Pick<Session, 'planMany' | 'collect' | 'writeMany'> => {
  let planned: { readonly many: ManyOutcome; readonly basis: Snapshot } | null = null;

  /** Plans from what was read; `first` takes note of where it came from. */
  const planFrom = async (
    basis: Snapshot,
    analysis: PlainAnalysis | null,
    current: Current,
    first: () => void,
  ): Promise<SessionState> => {
    become({ step: 'assessing' });
    const { year, fileName, inPlace } = held.options;
    const many = await current(analyst.planMany(basis, { year, fileName, inPlace }));
    first();
    if (!many.ok) return become({ step: 'unread', refusal: many.error });
    planned = { many: many.value, basis };
    return become({ step: 'manyPlanned', analysis, many: many.value });
  };

  const planMany = async (choice: Pick<AnalysisOptions, 'inPlace'> = {}): Promise<SessionState> => {
    if (isWorking(state())) return state();
    const [before, analysis] = [state(), analysisOf(state())];
    const again = (): Promise<SessionState> => planMany(choice);
    const basis = before.step === 'manyPlanned' ? (planned?.basis ?? null) : null;
    const work = async (current: Current): Promise<SessionState> => {
      // It is known already where it came from.
      if (basis !== null) return planFrom(basis, analysis, current, () => undefined);
      const read = await current(port.snapshot());
      if (!read.ok) return refuse(read.error, analysis, again);
      return planFrom(read.value, analysis, current, () => {
        comeFrom(before, read.value);
      });
    };
    return reading({ step: basis === null ? 'reading' : 'assessing' }, analysis, again, work, choice);
  };

  const collect = async (files: readonly PickedFile[]): Promise<SessionState> => {
    if (isWorking(state())) return state();
    const [before, analysis, total] = [state(), analysisOf(state()), files.length];
    const again = (): Promise<SessionState> => collect(files);
    return reading({ step: 'collecting', done: 0, total }, analysis, again, async (current) => {
      const gathered = await gather(
        files,
        (snapshot, fileName) => analyst.collect(snapshot, { fileName }),
        async (done) => {
          await current(pause());
          become({ step: 'collecting', done, total });
        },
      );
      if (gathered.tables.length === 0) {
        comeFrom(before, null);
        return become({ step: 'nothingCollected', analysis, unread: gathered.unread });
      }
      const read = await current(port.snapshot());
      if (!read.ok) return refuse(read.error, analysis, again);
      become({ step: 'assessing' });
      const many = await current(analyst.planCollection(read.value, gathered));
      comeFrom(before, read.value);
      planned = { many, basis: read.value };
      return become({ step: 'manyPlanned', analysis, many });
    });
  };

  const writeMany = async (): Promise<SessionState> => {
    const analysis = analysisOf(state());
    if (isWorking(state()) || planned === null) return state();
    const { many, basis } = planned;
    become({ step: 'writing' });
    return guarded(analysis, writeMany, async () => {
      const applied = await port.apply(many.plan, basis);
      keep(applied.ok ? applied.value : applied.error.receipt);
      if (!applied.ok) return refuse(applied.error, analysis, writeMany);
      planned = null;
      return become({ step: 'manyWritten', analysis, many });
    });
  };

  return { planMany, collect, writeMany };
};
