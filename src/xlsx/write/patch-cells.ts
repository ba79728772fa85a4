import { a1, rangeContains, type CellPosition, type CellRange } from '../../core/cell-address';
import type { CellStyle, PlannedCell, PlannedFill } from '../../core/change-plan';
import { readCell, type CellContent, type CellContext } from '../read/read-cell';
import { eachCell, scanRows, type CellMark, type RowMark, type SheetText } from '../read/scan-cells';
import { damaged } from '../refusal';
import type { StyleEditor } from '../styles/style-editor';
import { attributeOfTag, isTrue, tagWithAttribute } from '../xml/xml-node';
import { cellXml, plannedValue } from './cell-xml';
import { fillWriter, firstFreeGroup } from './fills';

/** What is to be done with the cells of a sheet. */
export type CellPatch = {
  readonly cells: readonly PlannedCell[];
  readonly fills: readonly PlannedFill[];
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Area whose other cells are emptied. */
  readonly owned: CellRange | null;
  readonly context: CellContext;
  readonly styles: StyleEditor;
  readonly styleOf: (name: string) => CellStyle;
  /** Throws a refusal where a cell may not be changed. */
  readonly guard: (cell: PlannedCell, isContentChanged: boolean) => void;
};

export type PatchedCells = {
  readonly source: string;
  /** Cells that held a formula and do so no more. */
  readonly removedFormulas: readonly CellPosition[];
  /** Whether any cell shows another value than before. */
  readonly hasNewValues: boolean;
};

/** What stands in a cell that a fill covers, ready to be written. */
type FilledCell = {
  readonly column: number;
  readonly xml: string;
  readonly hasFormula: boolean;
};

type Wanted = PlannedCell | FilledCell;
/** Cells of a row, from left to right. */
type Cells = readonly Wanted[];

const isFilled = (cell: Wanted): cell is FilledCell => 'xml' in cell;
type Out = {
  /** What was written so far; texts that are added up are copied only once, in the end. */
  source: string;
  readonly removedFormulas: CellPosition[];
  hasNewValues: boolean;
};

const NO_CONTENT: CellContent = { value: null, formula: null };

/** Edits the cells that differ from what is planned; everything between them is copied as it stands. */
export const patchCells = (text: SheetText, patch: CellPatch): PatchedCells => {
  const planned = plannedRows(text, patch);
  const filled = patch.fills.flatMap(({ first, values }) => values.map((_, index) => first + index));
  const wanted = [...new Set([...planned.rows, ...filled, ...patch.rowHeights.keys()])].sort((a, b) => a - b);
  const out: Out = { source: '', removedFormulas: [], hasNewValues: false };
  let next = 0;
  let copied = 0;
  let lastEnd = 0;
  let previous = -1;
  const flushNewRows = (before: number): void => {
    for (; (wanted[next] ?? Infinity) < before; next++) {
      const row = wanted[next] ?? 0;
      out.source += newRow(text.prefix, row, planned.at(row), patch, out);
    }
  };
  for (const mark of scanRows(text)) {
    if (mark.row <= previous) throw damaged(text.part);
    previous = mark.row;
    lastEnd = mark.end;
    out.source += text.source.slice(copied, mark.start);
    flushNewRows(mark.row);
    copied = mark.start;
    const isPlanned = wanted[next] === mark.row;
    if (isPlanned) next++;
    if (!isPlanned && !isOwnedRow(patch, mark.row)) continue;
    patchRow(text, mark, planned.at(mark.row), patch, out);
    copied = mark.end;
  }
  out.source += text.source.slice(copied, lastEnd);
  flushNewRows(Infinity);
  out.source += text.source.slice(lastEnd);
  return out;
};

type PlannedRows = { readonly rows: readonly number[]; readonly at: (row: number) => Cells };

const plannedRows = (text: SheetText, { cells, fills, context, styles, styleOf }: CellPatch): PlannedRows => {
  const rows = new Map<number, Map<number, PlannedCell>>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? new Map<number, PlannedCell>();
    rows.set(cell.row, row.set(cell.column, cell));
  }
  const groups = fills.some(({ formula }) => formula !== null) ? firstFreeGroup(text, fills, context) : 0;
  const writers = fills.map((fill, index) => ({
    fill,
    write: fillWriter(text.prefix, fill, groups + index, styles.indexOf(styleOf(fill.style))),
  }));
  return {
    rows: [...rows.keys()],
    at: (row) => {
      const cells: Wanted[] = [...(rows.get(row)?.values() ?? [])];
      for (const { fill, write } of writers) {
        const index = row - fill.first;
        if (index >= 0 && index < fill.values.length)
          cells.push({ column: fill.column, xml: write(index), hasFormula: fill.formula !== null });
      }
      return cells.sort((a, b) => a.column - b.column);
    },
  };
};

const newRow = (prefix: string, row: number, cells: Cells, patch: CellPatch, out: Out): string => {
  const body = cells.map((cell) => newCell(prefix, cell, patch, out)).join('');
  const open = withHeight(`<${prefix}row r="${row + 1}">`, patch.rowHeights.get(row));
  if (body === '' && !patch.rowHeights.has(row)) return '';
  return body === '' ? `${open.slice(0, -1)}/>` : `${open}${body}</${prefix}row>`;
};

const newCell = (prefix: string, cell: Wanted, patch: CellPatch, out: Out): string => {
  if (isFilled(cell)) {
    out.hasNewValues = true;
    return cell.xml;
  }
  const isEmpty = plannedValue(cell) === null && cell.formula === undefined;
  const style = cell.style === undefined ? undefined : patch.styleOf(cell.style);
  if (isEmpty && (style === undefined || patch.styles.isSame(0, style))) return '';
  patch.guard(cell, !isEmpty);
  out.hasNewValues ||= plannedValue(cell) !== null;
  return cellXml(prefix, cell, style === undefined ? 0 : patch.styles.indexOf(style));
};

const patchRow = (text: SheetText, mark: RowMark, cells: Cells, patch: CellPatch, out: Out): void => {
  const { source, prefix } = text;
  const waiting = [...cells];
  const body: string[] = [];
  let hasNew = false;
  let copied = mark.openEnd;
  let lastEnd = mark.openEnd;
  let previous = -1;
  const flushNewCells = (before: number): void => {
    while ((waiting[0]?.column ?? Infinity) < before) {
      const cell = waiting.shift();
      const xml = cell === undefined ? '' : newCell(prefix, cell, patch, out);
      hasNew ||= xml !== '';
      body.push(xml);
    }
  };
  eachCell(text, mark, (old) => {
    if (old.column <= previous) throw damaged(text.part);
    previous = old.column;
    lastEnd = old.end;
    body.push(source.slice(copied, old.start));
    flushNewCells(old.column);
    const cell = waiting[0]?.column === old.column ? waiting.shift() : undefined;
    body.push(
      cell === undefined
        ? clearOwned(text, old, patch, out)
        : isFilled(cell)
          ? refill(text, old, cell, patch, out)
          : patchCell(text, old, cell, patch, out),
    );
    copied = old.end;
  });
  // New cells at the end stand right behind the last cell: an `extLst` of the row must stay last.
  body.push(source.slice(copied, lastEnd));
  flushNewCells(Infinity);
  body.push(source.slice(lastEnd, mark.close));
  out.source += joinRow(text, mark, body.join(''), hasNew, patch.rowHeights.get(mark.row));
};

const joinRow = (
  text: SheetText,
  mark: RowMark,
  body: string,
  hasNew: boolean,
  height: number | undefined,
): string => {
  const { source, prefix } = text;
  const open = withHeight(source.slice(mark.start, mark.openEnd), height);
  // `spans` is only a hint for speed; a new cell may stand outside it.
  const tag = hasNew ? tagWithAttribute(open, 'spans', null) : open;
  if (!tag.endsWith('/>')) return tag + body + source.slice(mark.close, mark.end);
  return body === '' ? tag : `${tag.slice(0, -2).trimEnd()}>${body}</${prefix}row>`;
};

const withHeight = (open: string, height: number | undefined): string => {
  if (height === undefined) return open;
  const isSame =
    Number(attributeOfTag(open, 'ht')) === height && isTrue(attributeOfTag(open, 'customHeight'));
  return isSame ? open : tagWithAttribute(tagWithAttribute(open, 'ht', height), 'customHeight', 1);
};

const patchCell = (
  text: SheetText,
  mark: CellMark,
  cell: PlannedCell,
  patch: CellPatch,
  out: Out,
): string => {
  const { source, prefix } = text;
  const old = mark.openEnd === mark.close ? NO_CONTENT : readCell(text, mark, patch.context);
  const style = cell.style === undefined ? undefined : patch.styleOf(cell.style);
  const isSameStyle = style === undefined || patch.styles.isSame(mark.style, style);
  const isSame = isSameContent(old, cell);
  if (isSame && isSameStyle) return source.slice(mark.start, mark.end);
  patch.guard(cell, !isSame);
  out.hasNewValues ||= old.value !== plannedValue(cell);
  const index = isSameStyle ? mark.style : patch.styles.indexOf(style);
  if (isSame) {
    return (
      tagWithAttribute(source.slice(mark.start, mark.openEnd), 's', index) +
      source.slice(mark.openEnd, mark.end)
    );
  }
  if (old.formula !== null && cell.formula === undefined)
    out.removedFormulas.push({ row: mark.row, column: mark.column });
  return cellXml(prefix, cell, index);
};

/** A cell of a fill: as it stands where it is the same to the letter, else written anew. */
const refill = (text: SheetText, mark: CellMark, cell: FilledCell, patch: CellPatch, out: Out): string => {
  const { row, column } = mark;
  if (text.source.slice(mark.start, mark.end) === cell.xml) return cell.xml;
  patch.guard({ row, column, value: null }, true);
  out.hasNewValues = true;
  if (!cell.hasFormula && readCell(text, mark, patch.context).formula !== null)
    out.removedFormulas.push({ row, column });
  return cell.xml;
};

const isOwnedRow = ({ owned }: CellPatch, row: number): boolean =>
  owned !== null && row >= owned.top && row <= owned.bottom;

/** A cell that is not planned: emptied where the area is ours, as it stands elsewhere. */
const clearOwned = (text: SheetText, mark: CellMark, patch: CellPatch, out: Out): string => {
  const asIs = text.source.slice(mark.start, mark.end);
  if (patch.owned === null || !rangeContains(patch.owned, mark)) return asIs;
  const { value, formula } = readCell(text, mark, patch.context);
  const isEmpty = value === null && formula === null;
  if (isEmpty && mark.style === 0) return asIs;
  const { row, column } = mark;
  patch.guard({ row, column, value: null }, !isEmpty);
  out.hasNewValues ||= !isEmpty;
  if (formula !== null) out.removedFormulas.push({ row, column });
  return `<${text.prefix}c r="${a1(mark)}"/>`;
};

const isSameContent = ({ value, formula }: CellContent, cell: PlannedCell): boolean => {
  const wanted = plannedValue(cell);
  if (cell.formula === undefined) {
    return formula === null && (value === wanted || (value === '' && wanted === null));
  }
  return formula !== null && formula.text === cell.formula && value === wanted;
};
