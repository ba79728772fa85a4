import {
  attribute,
  attributes,
  elements,
  isTrue,
  makeElement,
  withAttribute,
  withChildren,
} from '../xml/xml-node';
import type { XmlNode } from '../xml/parse-xml';

/** A `col` element, its columns counted from 1 as the file does. */
type Piece = {
  readonly first: number;
  readonly last: number;
  readonly node: XmlNode;
  readonly isNew: boolean;
};

/** The `cols` element with the planned widths; ranges are split where a width within them changes. */
export const withWidths = (
  old: XmlNode | undefined,
  widths: readonly (number | null)[],
  p: string,
): XmlNode | undefined => {
  const pieces = old === undefined ? [] : elements(old, 'col').map(pieceOf);
  const changed = widths.flatMap((width, index) =>
    width === null || hasWidth(pieces, index + 1, width) ? [] : [changedPiece(pieces, index + 1, width, p)],
  );
  if (changed.length === 0) return old;
  const columns = new Set(changed.map(({ first }) => first));
  const kept = pieces.flatMap((piece) => withoutColumns(piece, columns));
  const sorted = [...kept, ...changed].sort((a, b) => a.first - b.first);
  const nodes = sorted
    .reduce<Piece[]>(joinEqual, [])
    .map(({ first, last, node }) => spanning(node, first, last));
  return old === undefined ? makeElement(`${p}cols`, {}, nodes) : withChildren(old, nodes);
};

const pieceOf = (node: XmlNode): Piece => {
  const first = Number(attribute(node, 'min'));
  return { first, last: Number(attribute(node, 'max') ?? first), node, isNew: false };
};

const covering = (pieces: readonly Piece[], column: number): Piece | undefined =>
  pieces.find(({ first, last }) => first <= column && column <= last);

const hasWidth = (pieces: readonly Piece[], column: number, width: number): boolean => {
  const node = covering(pieces, column)?.node;
  return (
    node !== undefined && Number(attribute(node, 'width')) === width && isTrue(attribute(node, 'customWidth'))
  );
};

const changedPiece = (pieces: readonly Piece[], column: number, width: number, p: string): Piece => {
  const base = covering(pieces, column)?.node ?? makeElement(`${p}col`, { min: column, max: column });
  const node = withAttribute(withAttribute(base, 'width', width), 'customWidth', 1);
  return { first: column, last: column, node: spanning(node, column, column), isNew: true };
};

/** What is left of a range when some of its columns go. */
const withoutColumns = (piece: Piece, columns: ReadonlySet<number>): readonly Piece[] => {
  const cuts = [...columns]
    .filter((column) => piece.first <= column && column <= piece.last)
    .sort((a, b) => a - b);
  const starts = [piece.first, ...cuts.map((cut) => cut + 1)];
  const ends = [...cuts.map((cut) => cut - 1), piece.last];
  return starts.flatMap((first, i) => {
    const last = ends[i] ?? piece.last;
    return first <= last ? [{ ...piece, first, last }] : [];
  });
};

const joinEqual = (joined: Piece[], piece: Piece): Piece[] => {
  const before = joined.at(-1);
  const canJoin = before?.isNew === true && piece.isNew && before.last + 1 === piece.first;
  if (!canJoin || lookOf(before.node) !== lookOf(piece.node)) return [...joined, piece];
  return [...joined.slice(0, -1), { ...before, last: piece.last }];
};

const lookOf = (node: XmlNode): string =>
  attributes(node)
    .filter(([name]) => name !== 'min' && name !== 'max')
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

const spanning = (node: XmlNode, first: number, last: number): XmlNode =>
  withAttribute(withAttribute(node, 'min', first), 'max', last);
