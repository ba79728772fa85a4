import type { Snapshot } from '../core/snapshot';
import type { PlainAnalysis } from './analyst';
import type { AnalysisOptions } from './analyze';
import type { MergeSource } from './merge';
import type { SessionState } from './session-state';
import type { WorkbookRefusal } from './workbook-port';

/** What the jobs of one session work on. */
export type Held = {
  options: AnalysisOptions;
  /** The workbook as it was read last; null before. */
  snapshot: Snapshot | null;
  /** The files of the merge that was planned. */
  copies: readonly MergeSource[];
};

/** How a job tells what has become of the session. */
export type Work = {
  readonly state: () => SessionState;
  readonly become: (next: SessionState) => SessionState;
  readonly refuse: (
    refusal: WorkbookRefusal,
    analysis: PlainAnalysis | null,
    again: () => Promise<SessionState>,
  ) => SessionState;
  /** Does a job; a fault of ours must not leave the pane waiting, it is shown and told to whoever develops. */
  readonly guarded: (
    analysis: PlainAnalysis | null,
    again: () => Promise<SessionState>,
    work: () => Promise<SessionState>,
  ) => Promise<SessionState>;
};
