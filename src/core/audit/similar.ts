const SIZE = 3;

const piecesOf = (text: string): ReadonlyMap<string, number> => {
  const pieces = new Map<string, number>();
  for (let at = 0; at + SIZE <= text.length; at += 1) {
    const piece = text.slice(at, at + SIZE);
    pieces.set(piece, (pieces.get(piece) ?? 0) + 1);
  }
  return pieces;
};

/** How much two texts share of their pieces of three characters: 1 is the same, 0 nothing. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return 1;
  const [first, second] = [piecesOf(a), piecesOf(b)];
  let shared = 0;
  for (const [piece, count] of first) shared += Math.min(count, second.get(piece) ?? 0);
  const all = Math.max(0, a.length - SIZE + 1) + Math.max(0, b.length - SIZE + 1);
  return all === 0 ? 0 : (2 * shared) / all;
};
