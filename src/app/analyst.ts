import type { ReadingRefusal } from '../core/read/reading-request';
import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import type { Analysis, AnalysisOptions, AnalysisRefusal } from './analyze';
import type { Collected } from './collect';
import type { Gathered } from './collect-job';
import type { ManyOutcome } from './many-outcome';
import type { Merge, MergeSource } from './merge';

/** An analysis as data alone, so that another thread can hand it over. */
export type PlainAnalysis = Omit<Analysis, 'documents'> & {
  readonly documents: Omit<Analysis['documents'], 'tables' | 'isDraft' | 'isPrompt'>;
};

/** Works out what a workbook holds; where, and in how many slices, is its own affair. */
export type Analyst = {
  readonly analyze: (
    snapshot: Snapshot,
    options: AnalysisOptions,
  ) => Promise<Result<PlainAnalysis, AnalysisRefusal>>;
  /** Plans what comes from copies into a workbook; the main one is called `MAIN_FILE`. */
  readonly planMerge: (
    snapshot: Snapshot,
    copies: readonly MergeSource[],
    options: AnalysisOptions,
  ) => Promise<Result<Merge, ReadingRefusal>>;
  /** Analyses every agency of a workbook together. */
  readonly planMany: (
    snapshot: Snapshot,
    options: ManyOptions,
  ) => Promise<Result<ManyOutcome, ReadingRefusal>>;
  /** Reads every agency of a workbook that is one of many. */
  readonly collect: (snapshot: Snapshot, options: ManyOptions) => Promise<Collected>;
  /** Plans what many files gave into a workbook; at least one of them gave something. */
  readonly planCollection: (snapshot: Snapshot, gathered: Gathered) => Promise<ManyOutcome>;
};

/** What can be said of a workbook in which nobody chooses an agency. */
export type ManyOptions = Pick<AnalysisOptions, 'year' | 'fileName' | 'inPlace'>;

/** What the workbook in front of the officer is called in a merge; no file has this name. */
export const MAIN_FILE = '';

/** An analysis without what only the same thread can call. */
export const plainAnalysis = ({ documents, ...rest }: Analysis): PlainAnalysis => {
  const { kinds, there, obstacles, readiness, results, advice } = documents;
  return { ...rest, documents: { kinds, there, obstacles, readiness, results, advice } };
};

/** Works in the same thread. The rules of eight years are heavy, and come when they are needed. */
export const localAnalyst: Analyst = {
  analyze: async (snapshot, options) => {
    const { analyze } = await import('./analyze');
    const analysis = analyze(snapshot, options);
    return analysis.ok ? { ok: true, value: plainAnalysis(analysis.value) } : analysis;
  },
  planMerge: async (snapshot, copies, options) => {
    const [{ analyze }, { planMerge }] = await Promise.all([import('./analyze'), import('./merge')]);
    const analysis = analyze(snapshot, options);
    if (!analysis.ok) return analysis;
    return {
      ok: true,
      value: planMerge({ file: MAIN_FILE, snapshot }, analysis.value, copies, (file) => file),
    };
  },
  planMany: async (snapshot, options) =>
    (await import('./many-outcome')).outcomeOfWorkbook(snapshot, options),
  collect: async (snapshot, options) => (await import('./collect')).collectFrom(snapshot, options),
  planCollection: async (snapshot, gathered) =>
    (await import('./many-outcome')).outcomeOfFiles(snapshot, gathered),
};
