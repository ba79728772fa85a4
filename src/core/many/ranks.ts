import type { ManyRow } from './assess-many';

/**
 * Rank of each row among those of its group by the printed total, under the row's number in its block; equal totals share
 * a rank, and who has no total or no group has none. Rows come by total.
 */
export const ranksIn = (
  rows: readonly ManyRow[],
  groupOf: (row: ManyRow) => string,
): readonly (number | null)[] => {
  const seen = new Map<string, { count: number; rank: number; printed: number }>();
  const ranks = new Array<number | null>(rows.length).fill(null);
  for (const row of rows) {
    const group = groupOf(row);
    if (row.printed === null || group === '') continue;
    let last = seen.get(group);
    if (last === undefined) {
      last = { count: 0, rank: 0, printed: Number.NaN };
      seen.set(group, last);
    }
    last.count += 1;
    if (last.printed !== row.printed) last.rank = last.count;
    last.printed = row.printed;
    ranks[row.at] = last.rank;
  }
  return ranks;
};
