/** What holds for a fiscal year among entries that are each in use until the next one begins; undefined before the first. */
export const inUse = <Entry extends { readonly from: number }>(
  entries: readonly Entry[],
  fiscalYear: number,
): Entry | undefined =>
  [...entries]
    .sort((a, b) => a.from - b.from)
    .filter(({ from }) => from <= fiscalYear)
    .at(-1);
