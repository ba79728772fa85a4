import type { Messages } from '../app/messages/messages';

/** How far the reading of many files is. */
export type ReadingState = {
  readonly done: number;
  readonly total: number;
  readonly unread: number;
  /** How many of those done were not read in this run. */
  readonly resumed: number;
};

/** Shows somebody who waits how far it is. */
export type Progress = {
  readonly show: (state: ReadingState) => void;
  /** Says something that stays. */
  readonly say: (text: string) => void;
  /** Says what is being done once the files are read. */
  readonly doing: (text: string) => void;
  readonly end: () => void;
};

/** Where the progress is shown: the terminal, or a file or pipe in its place. */
export type ProgressOutput = Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>;

const LONGEST_BAR = 30;
const SHORTEST_BAR = 8;
const BAR_EVERY_MS = 100;
const LINE_EVERY_MS = 10_000;
/** Before that the time left is a guess. */
const TIME_LEFT_AFTER_MS = 2000;
const COLUMNS = 80;
const BACK = '\r\u001b[K';

export const NO_PROGRESS: Progress = {
  show: () => undefined,
  say: () => undefined,
  doing: () => undefined,
  end: () => undefined,
};

/** A line that is shorter than the terminal is wide, even on one that gives Thai vowels above and below a cell each. */
const barLine = ({ done, total }: ReadingState, text: string, columns: number): string => {
  const room = columns - 1 - text.length - '[] '.length;
  const cells = Math.min(LONGEST_BAR, room);
  if (cells < SHORTEST_BAR) return text.slice(0, columns - 1);
  const full = total === 0 ? cells : Math.floor((cells * done) / total);
  return `[${'█'.repeat(full)}${'░'.repeat(cells - full)}] ${text}`;
};

/**
 * Progress as a bar that is drawn over itself on a terminal, and elsewhere as a plain line now and then, none where the
 * work is short.
 */
export const progressOn = (
  output: ProgressOutput,
  { collect: words }: Messages,
  now: () => number = () => performance.now(),
): Progress => {
  let last = output.isTTY ? -Infinity : now();
  /** When the first file was read: how long the readers take to start says nothing of the rest. */
  let first: { readonly time: number; readonly done: number } | null = null;
  const secondsLeft = ({ done, total, resumed }: ReadingState, time: number): number | null => {
    if (done > resumed) first ??= { time, done };
    if (first === null || done === first.done || time - first.time < TIME_LEFT_AFTER_MS) return null;
    return Math.ceil(((time - first.time) / (done - first.done) / 1000) * (total - done));
  };
  const drawn = (line: string): void => {
    output.write(`${BACK}${line.slice(0, (output.columns || COLUMNS) - 1)}`);
  };
  return {
    show: (state) => {
      const time = now();
      const left = secondsLeft(state, time);
      if (time - last < (output.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS)) return;
      last = time;
      const text = [
        words.progress(state.done, state.total, state.unread),
        ...(left === null ? [] : [words.timeLeft(left)]),
      ].join(' · ');
      if (output.isTTY) drawn(barLine(state, text, output.columns || COLUMNS));
      else output.write(`${text}\n`);
    },
    say: (text) => {
      output.write(`${output.isTTY ? BACK : ''}${text}\n`);
    },
    doing: (text) => {
      if (output.isTTY) drawn(`${text} …`);
    },
    end: () => {
      if (output.isTTY) output.write(BACK);
    },
  };
};
