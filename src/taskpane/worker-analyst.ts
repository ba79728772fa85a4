import { localAnalyst, type Analyst, type ManyOptions } from '../app/analyst';
import type { AnalysisOptions } from '../app/analyze';
import type { Gathered } from '../app/collect-job';
import type { MergeSource } from '../app/merge';
import type { SheetSnapshot, Snapshot } from '../core/snapshot';

/** What is asked of the worker; a workbook comes in slices, so that the page does not stand still while it is copied. */
export type WorkerRequest =
  | { readonly kind: 'workbook'; readonly names: Snapshot['names'] }
  | { readonly kind: 'sheet'; readonly sheet: Omit<SheetSnapshot, 'rows'> }
  | { readonly kind: 'rows'; readonly rows: SheetSnapshot['rows'] }
  | { readonly kind: 'analyze'; readonly options: AnalysisOptions }
  | { readonly kind: 'merge'; readonly copies: readonly MergeSource[]; readonly options: AnalysisOptions }
  | { readonly kind: 'many' | 'collect'; readonly options: ManyOptions }
  | { readonly kind: 'collection'; readonly gathered: Gathered };

/** What the worker answers: what an analyst answers, or the name of a fault of ours. */
export type WorkerAnswer =
  { readonly kind: 'answer'; readonly value: unknown } | { readonly kind: 'fault'; readonly name: string };

/** Cells that are copied before the page may draw again: a few milliseconds' worth. */
const CELLS_AT_ONCE = 4000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Rows of a sheet in slices of so many cells. */
const slicesOf = ({ rows }: SheetSnapshot): readonly SheetSnapshot['rows'][] => {
  const slices: SheetSnapshot['rows'][number][][] = [];
  let room = 0;
  // Rows that are absent keep their place.
  for (const row of Array.from(rows)) {
    const size = 1 + (row?.length ?? 0);
    if (room < size) {
      slices.push([]);
      room = CELLS_AT_ONCE;
    }
    slices.at(-1)?.push(row);
    room -= size;
  }
  return slices;
};

const send = async (worker: Worker, { sheets, names }: Snapshot): Promise<void> => {
  const post = (request: WorkerRequest): void => {
    worker.postMessage(request);
  };
  post({ kind: 'workbook', names });
  let sent = 0;
  for (const { rows, ...sheet } of sheets) {
    post({ kind: 'sheet', sheet });
    for (const slice of slicesOf({ ...sheet, rows })) {
      post({ kind: 'rows', rows: slice });
      sent += slice.reduce((sum, row) => sum + 1 + (row?.length ?? 0), 0);
      if (sent < CELLS_AT_ONCE) continue;
      sent = 0;
      await pause();
    }
  }
};

/** A fault of ours within the worker, by the name of the error. */
class WorkerFault extends Error {
  constructor(name: string) {
    super(name);
    this.name = name;
  }
}

/**
 * An analyst in a thread of its own, so that the pane answers while a large workbook is worked out. One question is
 * asked at a time: a further one ends what was given up. Where no worker can be started, the work is done in place.
 */
export const workerAnalyst = (start: () => Worker): Analyst => {
  let worker: Worker | null = null;
  let known: Snapshot | null = null;
  let isAsked = false;
  let cannotWork = false;

  const stop = (): void => {
    worker?.terminate();
    worker = null;
    known = null;
  };

  const ask = async <Value>(
    snapshot: Snapshot,
    request: WorkerRequest,
    inPlace: () => Promise<Value>,
  ): Promise<Value> => {
    if (isAsked) stop();
    if (cannotWork) return inPlace();
    isAsked = true;
    try {
      const own = (worker ??= start());
      const answered = new Promise<WorkerAnswer>((resolve, reject) => {
        own.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
          resolve(data);
        };
        own.onerror = (event) => {
          event.preventDefault();
          reject(new Error('The worker did not start'));
        };
      });
      // What is given up is never waited for again.
      answered.catch(() => undefined);
      if (known !== snapshot) await send(own, snapshot);
      if (worker === own) known = snapshot;
      own.postMessage(request);
      const answer = await answered;
      if (worker === own) isAsked = false;
      if (answer.kind === 'answer') return answer.value as Value;
      throw new WorkerFault(answer.name);
    } catch (error) {
      isAsked = false;
      stop();
      if (error instanceof WorkerFault) throw error;
      cannotWork = true;
      return inPlace();
    }
  };

  return {
    analyze: (snapshot, options) =>
      ask(snapshot, { kind: 'analyze', options }, () => localAnalyst.analyze(snapshot, options)),
    planMerge: (snapshot, copies, options) =>
      ask(snapshot, { kind: 'merge', copies, options }, () =>
        localAnalyst.planMerge(snapshot, copies, options),
      ),
    planMany: (snapshot, options) =>
      ask(snapshot, { kind: 'many', options }, () => localAnalyst.planMany(snapshot, options)),
    collect: (snapshot, options) =>
      ask(snapshot, { kind: 'collect', options }, () => localAnalyst.collect(snapshot, options)),
    planCollection: (snapshot, gathered) =>
      ask(snapshot, { kind: 'collection', gathered }, () => localAnalyst.planCollection(snapshot, gathered)),
  };
};
