import type { CellRange } from '../core/cell-address';
import type { DefinedName, SheetSnapshot, Snapshot, SnapshotCell, SnapshotTable } from '../core/snapshot';
import { bytesOf } from './batch';
import { bandsOf, isFiltered, loadMerges, MAX_BYTES, mergesOf, PLACE, placeOf, rangeAt } from './blocks';
import { formulaOf, valueOf } from './cell-content';
import { isTooLarge } from './run-excel';

/** Bytes that value, type, formula and number format of a cell take in the first answer; for the next they are measured. */
const BYTES_PER_CELL = 40;
/** Rows of an answer, of any sheets, by which it is measured. */
const MEASURED_ROWS = 60;
/** Cells that are taken over in one go. */
const CELLS_AT_ONCE = 10_000;

type Block = { readonly sheet: Excel.Worksheet; readonly cells: SheetCells; readonly range: CellRange };

type SheetCells = {
  readonly rows: (SnapshotCell | undefined)[][];
  readonly hiddenRows: Set<number>;
  readonly merges: Map<string, CellRange>;
};

/**
 * Reads the whole workbook: one answer for what there is, one for the extent of it, and one for the contents, with one
 * more for each further 4 MB, however many sheets there are.
 */
export const readSnapshot = async (context: Excel.RequestContext): Promise<Snapshot> => {
  const { worksheets, names } = context.workbook;
  worksheets.load(
    'items/name,items/visibility,items/protection/protected,items/autoFilter/isDataFiltered,' +
      'items/tables/items/name,items/tables/items/columns/items/name,items/tables/items/autoFilter/isDataFiltered,' +
      'items/names/items/name,items/names/items/formula',
  );
  names.load('items/name,items/formula');
  await context.sync();

  const extents = worksheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(false);
    used.load(PLACE);
    const tables = sheet.tables.items.map((table) => {
      const range = table.getRange();
      range.load(PLACE);
      return range;
    });
    const cells: SheetCells = { rows: [], hiddenRows: new Set(), merges: new Map() };
    return { sheet, used, tables, cells };
  });
  await context.sync();

  let waiting: readonly Block[] = extents.flatMap(({ sheet, used, cells }) =>
    used.isNullObject ? [] : [{ sheet, cells, range: placeOf(used) }],
  );
  let bytesPerCell = BYTES_PER_CELL;
  while (waiting.length > 0) {
    const [answer, rest] = splitBlocks(waiting, Math.floor(MAX_BYTES / bytesPerCell));
    bytesPerCell = await readBlocks(context, answer);
    waiting = rest;
  }

  return {
    sheets: extents.map(({ sheet, tables, cells: { rows, hiddenRows, merges } }): SheetSnapshot => ({
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility],
      rows,
      merges: [...merges.values()],
      hiddenRows,
      tables: sheet.tables.items.map((table, number): SnapshotTable => {
        const range = tables[number];
        return {
          name: table.name,
          range: range === undefined ? NOWHERE : placeOf(range),
          columns: table.columns.items.map(({ name }) => name),
        };
      }),
      isProtected: sheet.protection.protected,
      isFiltered: isFiltered(sheet),
    })),
    names: [
      ...names.items.map((item) => definedName(item, null)),
      ...worksheets.items.flatMap((sheet) => sheet.names.items.map((item) => definedName(item, sheet.name))),
    ],
  };
};

const NOWHERE: CellRange = { top: 0, left: 0, bottom: 0, right: 0 };
const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

const definedName = ({ name, formula }: Excel.NamedItem, scope: string | null): DefinedName => ({
  name,
  refersTo: String(formula).replace(/^=/, ''),
  scope,
});

const sizeOf = ({ top, left, bottom, right }: CellRange): number => (bottom - top + 1) * (right - left + 1);

/** Bands of whole rows, none with more cells than so many, unless one row has. */
const splitRows = (range: CellRange, limit: number): readonly CellRange[] =>
  bandsOf(range, Math.max(1, Math.floor(limit / (range.right - range.left + 1))));

/** As many blocks as have so many cells, at least a row, and those that are left. */
const splitBlocks = (
  blocks: readonly Block[],
  limit: number,
): readonly [taken: readonly Block[], rest: readonly Block[]] => {
  const taken: Block[] = [];
  let room = limit;
  for (const [index, block] of blocks.entries()) {
    if (sizeOf(block.range) <= room) {
      taken.push(block);
      room -= sizeOf(block.range);
      continue;
    }
    const { top, left, bottom, right } = block.range;
    const rows = Math.max(taken.length === 0 ? 1 : 0, Math.floor(room / (right - left + 1)));
    const upper = { ...block, range: { ...block.range, bottom: Math.min(bottom, top + rows - 1) } };
    const lower = { ...block, range: { ...block.range, top: top + rows } };
    return [
      rows > 0 ? [...taken, upper] : taken,
      [...(top + rows <= bottom ? [lower] : []), ...blocks.slice(index + 1)],
    ];
  }
  return [taken, []];
};

/** Reads blocks; gives the bytes that a cell of them took on the average. */
const readBlocks = async (context: Excel.RequestContext, blocks: readonly Block[]): Promise<number> => {
  const loaded = blocks.map((block) => {
    const range = rangeAt(block.sheet, block.range);
    range.load('values,valueTypes,formulas,numberFormat');
    const rowProperties = range.getRowProperties({ rowHidden: true });
    const merges = loadMerges(block.sheet, block.range);
    return { ...block, loaded: range, rowProperties, merges };
  });
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error) || (blocks.length === 1 && sizeOf(blocks[0]?.range ?? NOWHERE) === 1)) throw error;
    const sizes: number[] = [];
    for (const half of halves(blocks)) sizes.push(await readBlocks(context, half));
    return Math.max(...sizes);
  }
  const slices = sliced();
  for (const block of loaded) await take(block, slices);
  const cells = blocks.reduce((sum, { range }) => sum + sizeOf(range), 0);
  const rowsOfEach = Math.ceil(MEASURED_ROWS / blocks.length);
  return loaded.reduce((sum, block) => sum + measured(block, rowsOfEach) * sizeOf(block.range), 0) / cells;
};

/** Bytes of a cell of a block on the average, by some of its rows. */
const measured = ({ range, loaded }: LoadedBlock, rowsAtMost: number): number => {
  const { values, valueTypes, formulas, numberFormat } = loaded;
  const every = Math.max(1, Math.ceil(values.length / rowsAtMost));
  const rows = [values, valueTypes, formulas, numberFormat].map((grid: readonly unknown[]) =>
    grid.filter((_, index) => index % every === 0),
  );
  return bytesOf(rows) / ((rows[0]?.length ?? 1) * (range.right - range.left + 1));
};

/** The pane draws and hears its user between the slices of a large answer. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Counts the cells that are taken over, and pauses now and then. */
type Slices = (cells: number) => Promise<void> | undefined;

const sliced = (): Slices => {
  let taken = 0;
  return (cells) => {
    taken += cells;
    if (taken <= CELLS_AT_ONCE) return undefined;
    taken = cells;
    return pause();
  };
};

/** The same in two answers: long texts can make one larger than was expected. */
const halves = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
  const [first] = blocks;
  if (first === undefined) return [];
  if (blocks.length > 1) {
    const middle = Math.ceil(blocks.length / 2);
    return [blocks.slice(0, middle), blocks.slice(middle)];
  }
  const rows = splitRows(first.range, Math.ceil(sizeOf(first.range) / 2));
  if (rows.length > 1) return rows.map((range) => [{ ...first, range }]);
  const { left, right } = first.range;
  const middle = Math.floor((left + right) / 2);
  return [
    [{ ...first, range: { ...first.range, right: middle } }],
    [{ ...first, range: { ...first.range, left: middle + 1 } }],
  ];
};

type LoadedBlock = Block & {
  readonly loaded: Excel.Range;
  readonly rowProperties: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly merges: readonly Excel.RangeAreas[];
};

const take = async (
  { range, cells, loaded, rowProperties, merges }: LoadedBlock,
  slices: Slices,
): Promise<void> => {
  const values = loaded.values as readonly (readonly unknown[])[];
  const types = loaded.valueTypes as readonly (readonly unknown[])[];
  const formulas = loaded.formulas as readonly (readonly unknown[])[];
  const formats = loaded.numberFormat as readonly (readonly (string | null)[])[];
  for (const [rowOffset, rowValues] of values.entries()) {
    await slices(rowValues.length);
    const row = range.top + rowOffset;
    rowValues.forEach((raw, columnOffset) => {
      const formula = formulaOf(formulas[rowOffset]?.[columnOffset], raw);
      const value = valueOf(raw, types[rowOffset]?.[columnOffset], formula !== null);
      if (value === null && formula === null) return;
      const target = (cells.rows[row] ??= []);
      target[range.left + columnOffset] = {
        value,
        formula,
        format: formats[rowOffset]?.[columnOffset] ?? 'General',
      };
    });
  }
  rowProperties.value.forEach(({ rowHidden }, offset) => {
    if (rowHidden === true) cells.hiddenRows.add(range.top + offset);
  });
  for (const area of mergesOf(merges)) cells.merges.set(`${area.top}:${area.left}`, area);
};
