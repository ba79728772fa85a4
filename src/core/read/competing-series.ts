import { quotedSheet, rangeA1, type CellRange } from '../cell-address';
import { roundHalfUp } from '../text/numbers';
import type { PlacedSeries } from './place-tables';
import type { TableReading } from './read-table';
import { subjectKey } from './reading';

/** A series with what was read from it. */
export type ReadSeries = {
  readonly series: PlacedSeries;
  readonly reading: TableReading;
  readonly isHidden: boolean;
};

const FEWEST_SHARED = 3;
const LEAST_DIFFERENT = 0.2;

const OLD =
  /เดิม|เก่า|ร่าง|สำรอง|สำเนา|ยกเลิก|ก่อน(อุทธรณ์|ทบทวน|แก้)|ประเมินตนเอง|คาดการณ์|draft|copy|old|backup|\(\d\)$/i;

const scores = ({ reading }: ReadSeries): ReadonlyMap<string, number> =>
  new Map(
    reading.figures.flatMap(({ subject, figure, value }) =>
      figure === 'score' && value !== null ? [[subjectKey(subject), roundHalfUp(value, 2)] as const] : [],
    ),
  );

/**
 * Whether two series are versions of the same scores: they speak of the same things and differ in many of them. One
 * difference or two is a mistake in a figure, which the audit names.
 */
const compete = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean => {
  const shared = [...a.keys()].filter((key) => b.has(key));
  const different = shared.filter((key) => a.get(key) !== b.get(key)).length;
  return different >= FEWEST_SHARED && different >= shared.length * LEAST_DIFFERENT;
};

/** Where a series stands, as the user is asked about it and answers: `'Sheet1'!A3:C13`. */
export const seriesName = ({ series: { table, columns }, reading }: ReadSeries): string => {
  const cells = reading.figures.map(({ cell }) => cell);
  const isTurned = table.turnedFrom !== null;
  const own = columns.filter(({ role }) => role === 'score');
  const { area } = table;
  const isWhole = table.columns.filter(({ role }) => role === 'score').length === own.length;
  if (isWhole || cells.length === 0) return `${quotedSheet(table.sheet.name)}!${rangeA1(area)}`;
  const rows = cells.map(({ row }) => row);
  const columnsOfCells = cells.map(({ column }) => column);
  const range: CellRange = {
    top: isTurned ? Math.min(...rows) : area.top,
    left: Math.min(...columnsOfCells),
    bottom: Math.max(...rows),
    right: Math.max(...columnsOfCells),
  };
  return `${quotedSheet(table.sheet.name)}!${rangeA1(range)}`;
};

/** What speaks for a series before its rivals: to be seen, complete, not called an old one, and near its year. */
const preference = (entry: ReadSeries): readonly number[] => {
  const { table, columns, nearness } = entry.series;
  const heads = columns.filter(({ role }) => role === 'score').map(({ header }) => header);
  const isOld = [table.sheet.name, ...heads].some((text) => OLD.test(text));
  return [entry.isHidden ? 0 : 1, isOld ? 0 : 1, scores(entry).size, nearness];
};

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
};

/** The series that are used, those that lost against another one, and the rivals among which only the user can choose. */
export type Contest = {
  readonly used: readonly ReadSeries[];
  readonly lost: readonly ReadSeries[];
  readonly rivals: readonly ReadSeries[];
};

/** Chooses between versions of the same scores of one agency and year: by completeness and nearness to a year's heading. */
export const settleContest = (entries: readonly ReadSeries[]): Contest => {
  const read = entries.map((entry) => ({ entry, scores: scores(entry), preference: preference(entry) }));
  const ordered = [...read].sort((a, b) => compare(a.preference, b.preference));
  const used: typeof read = [];
  const lost: ReadSeries[] = [];
  for (const candidate of ordered) {
    const rival = used.find((better) => compete(better.scores, candidate.scores));
    if (rival === undefined) used.push(candidate);
    else if (compare(rival.preference, candidate.preference) === 0)
      return { used: [], lost: [], rivals: [rival.entry, candidate.entry] };
    else lost.push(candidate.entry);
  }
  const isUsed = new Set(used.map(({ entry }) => entry));
  return { used: entries.filter((entry) => isUsed.has(entry)), lost, rivals: [] };
};
