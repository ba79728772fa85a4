import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/app/analyze';
import type { Receipt } from '../../src/app/workbook-port';
import { cellAt, type CellValue, type Snapshot } from '../../src/core/snapshot';
import type { PointedArea } from '../../src/core/read/pointed-area';
import { openBook, type Book } from '../../src/workbench/files/book';
import { makeWorkbook, STYLES } from '../xlsx/workbooks';

const SCORES = 'ตัวชี้วัด';
const sample = (): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/nakhon-pathom-2565.xlsx')));

const open = async (bytes = sample()): Promise<Book> => {
  const book = await openBook(bytes, {
    settle: () => Promise.resolve(),
    show: () => undefined,
    selected: () => null,
  });
  if (!book.ok) throw new Error(book.error.code);
  return book.value;
};

const snapshotOf = (book: Book): Snapshot => book.state().snapshot;

const at = (book: Book, sheet: string, row: number, column: number): CellValue | undefined => {
  const found = snapshotOf(book).sheets.find(({ name }) => name === sheet);
  return found === undefined ? undefined : (cellAt(found, { row, column })?.value ?? null);
};

const write = async (book: Book, basis = snapshotOf(book)): Promise<Receipt> => {
  const analysis = analyze(basis, { inPlace: true });
  if (!analysis.ok) throw new Error(analysis.error.code);
  const applied = await book.port.apply(analysis.value.plan, basis);
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  return applied.value;
};

test('a score that is typed is in the next snapshot, and nothing else of the file changes', async () => {
  const book = await open();
  expect(await book.type([{ sheet: SCORES, row: 8, column: 1, value: '91.25' }], [])).toEqual([]);
  expect(at(book, SCORES, 8, 1)).toBe(91.25);
  expect(at(book, SCORES, 7, 1)).toBe(90.81);
  expect(book.state().cause).toBe('typed');
});

test('what is typed as text stays text, also where it begins with an equals sign', async () => {
  const book = await open();
  await book.type([{ sheet: SCORES, row: 20, column: 0, value: '=1+1' }], []);
  const sheet = snapshotOf(book).sheets[0];
  expect(sheet && cellAt(sheet, { row: 20, column: 0 })).toMatchObject({ value: '=1+1', formula: null });
});

test('a cell that must not be changed is named and stays, and the others are typed', async () => {
  const book = await open();
  const notTyped = await book.type(
    [
      // Second column of the heading that is merged over three.
      { sheet: SCORES, row: 0, column: 1, value: 'x' },
      { sheet: SCORES, row: 8, column: 1, value: 70 },
    ],
    [],
  );
  expect(notTyped).toMatchObject([{ refusal: { code: 'mergedCell' }, cells: [{ row: 0, column: 1 }] }]);
  expect(at(book, SCORES, 8, 1)).toBe(70);
});

test('a plan made from what has changed since is refused, with the cell', async () => {
  const book = await open();
  const basis = snapshotOf(book);
  await book.type([{ sheet: SCORES, row: 8, column: 1, value: 70 }], []);
  const analysis = analyze(basis, {});
  if (!analysis.ok) throw new Error(analysis.error.code);
  const before = await book.bytes();
  expect(await book.port.apply(analysis.value.plan, basis)).toEqual({
    ok: false,
    error: { code: 'changedSinceRead', cells: ["'ตัวชี้วัด'!B9"] },
  });
  expect(await book.bytes()).toEqual(before);
});

describe('undo', () => {
  test('without edits gives the very same bytes back', async () => {
    const book = await open();
    const before = await book.bytes();
    const receipt = await write(book);
    expect(await book.bytes()).not.toEqual(before);
    expect(await receipt.undo()).toEqual({ ok: true, value: { cells: [], sheets: [] } });
    expect(await book.bytes()).toEqual(before);
  });

  test('keeps what was typed elsewhere since', async () => {
    const book = await open();
    const receipt = await write(book);
    await book.type([{ sheet: SCORES, row: 8, column: 1, value: 70 }], []);
    expect((await receipt.undo()).ok).toBe(true);
    expect(at(book, SCORES, 8, 1)).toBe(70);
    expect(snapshotOf(book).sheets).toHaveLength(3);
  });

  test('does nothing where it would take away what was typed into our sheets', async () => {
    const book = await open();
    const receipt = await write(book);
    await book.type([{ sheet: 'มาตรการ', row: 5, column: 5, value: 'กองคลัง' }], []);
    const before = await book.bytes();
    expect(await receipt.undo()).toEqual({
      ok: false,
      error: { code: 'editedSince', cells: ["'มาตรการ'!F6"] },
    });
    expect(await book.bytes()).toEqual(before);
  });
});

test('a cell is shown only where its sheet is, and what is selected is told', async () => {
  const shown: string[] = [];
  let area = null as PointedArea | null;
  const book = await openBook(sample(), {
    settle: () => Promise.resolve(),
    show: ({ sheet }) => shown.push(sheet),
    selected: () => area,
  });
  if (!book.ok) throw new Error(book.error.code);
  const { port } = book.value;
  expect((await port.select({ sheet: SCORES, row: 0, column: 0 })).ok).toBe(true);
  expect((await port.select({ sheet: 'ไม่มี', row: 0, column: 0 })).ok).toBe(false);
  expect(shown).toEqual([SCORES]);
  expect(await port.selection?.()).toEqual({ ok: false, error: { code: 'noSelection' } });
  area = { sheet: SCORES, range: { top: 2, left: 0, bottom: 13, right: 3 } };
  expect(await port.selection?.()).toEqual({ ok: true, value: area });
});

describe('results of formulas', () => {
  const xml =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><f t="shared" ref="B1:B2" si="0">A1*2</f><v>2</v></c></row>' +
    '<row r="2"><c r="A2"><v>5</v></c><c r="B2"><f t="shared" si="0"/><v>10</v></c><c r="C2" t="str"><f>A2&amp;"x"</f><v>5x</v></c></row></sheetData>';
  const bytes = makeWorkbook({ sheets: [{ name: 'S', xml }], styles: STYLES });

  test('are written beside formulas of any kind, which stay as they are', async () => {
    const book = await open(bytes);
    await book.type(
      [{ sheet: 'S', row: 1, column: 0, value: 7 }],
      [
        { sheet: 'S', row: 1, column: 1, value: 14 },
        { sheet: 'S', row: 1, column: 2, value: '7x' },
        { sheet: 'S', row: 0, column: 1, value: { error: '#DIV/0!' } },
        // Holds no formula: not ours to write.
        { sheet: 'S', row: 0, column: 0, value: 99 },
      ],
    );
    expect([0, 1].map((row) => at(book, 'S', row, 1))).toEqual([{ error: '#DIV/0!' }, 14]);
    expect(at(book, 'S', 1, 2)).toBe('7x');
    expect(at(book, 'S', 0, 0)).toBe(1);
    const sheet = snapshotOf(book).sheets[0];
    expect(sheet?.rows[1]?.map((cell) => cell?.formula)).toEqual([null, 'A2*2', 'A2&"x"']);
    expect(sheet?.rows[0]?.[1]?.format).toBe('0.00');
  });

  test('a formula that is typed is one, with its result and the prefix that its file needs', async () => {
    const book = await open(bytes);
    await book.type([{ sheet: 'S', row: 3, column: 0, value: 7, formula: 'IFS(A2>1,7)' }], []);
    const sheet = snapshotOf(book).sheets[0];
    expect(sheet?.rows[3]?.[0]).toMatchObject({ value: 7, formula: '_xlfn.IFS(A2>1,7)' });
  });
});
