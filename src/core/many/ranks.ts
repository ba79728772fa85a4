import type { ManyRow } from './assess-many';

/** Rank of each row among those of its group by the printed total; equal totals share a rank. Rows come by total. */
export const ranksIn = (
  rows: readonly ManyRow[],
  groupOf: (row: ManyRow) => string,
): ReadonlyMap<ManyRow, number> => {
  const seen = new Map<string, { count: number; rank: number; printed: number }>();
  const ranks = new Map<ManyRow, number>();
  for (const row of rows) {
    const group = groupOf(row);
    if (row.printed === null || group === '') continue;
    const last = seen.get(group) ?? { count: 0, rank: 0, printed: Number.NaN };
    const rank = last.printed === row.printed ? last.rank : last.count + 1;
    seen.set(group, { count: last.count + 1, rank, printed: row.printed });
    ranks.set(row, rank);
  }
  return ranks;
};
