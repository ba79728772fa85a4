import { analyze } from '../../src/app/analyze';
import { cellAt } from '../../src/core/snapshot';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { inflateNatively } from '../../src/xlsx/package/inflate-natively';
import { openToShow, type ShownWorkbook } from '../../src/xlsx/shown-workbook';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkbook, STYLES } from './workbooks';

const sample = (): Uint8Array =>
  new Uint8Array(readFileSync(join(__dirname, '../../assets/sample/nakhon-pathom-2565.xlsx')));

const open = (bytes: Uint8Array, unpacked?: ReadonlyMap<string, Uint8Array>): ShownWorkbook => {
  const opened = openToShow(bytes, unpacked);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

const typed = (workbook: ShownWorkbook, row: number, value: number): ShownWorkbook => {
  const edited = workbook.edit([{ sheet: 'ตัวชี้วัด', row, column: 1, value }], []);
  if (!edited.ok) throw new Error(edited.error.code);
  return edited.value.workbook;
};

/** A sheet of that many rows, of which the second cell of the first is merged away. */
const rows = (count: number): Uint8Array => {
  const cells = Array.from(
    { length: count },
    (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c></row>`,
  );
  const xml = `<sheetData>${cells.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>`;
  return makeWorkbook({ sheets: [{ name: 'S', xml }], styles: STYLES });
};

test('what is typed and written one after the other gives the file that saving in between gives', () => {
  const workbook = typed(open(sample()), 8, 91);
  const analysis = analyze(workbook.snapshot);
  if (!analysis.ok) throw new Error(analysis.error.code);
  const applied = workbook.apply(analysis.value.plan);
  const saved = openWorkbook(workbook.bytes());
  if (!applied.ok || !saved.ok) throw new Error('Not written');
  expect(saved.value.snapshot()).toEqual(workbook.snapshot);
  const other = saved.value.apply(analysis.value.plan);
  expect(Buffer.compare(applied.value.bytes(), other.ok ? other.value : new Uint8Array())).toBe(0);
});

test('the workbook before stays as it is, and sheets that nothing happens to are the same', () => {
  const first = open(sample());
  const second = typed(first, 8, 91);
  const third = typed(second, 9, 92);
  const at = ({ snapshot }: ShownWorkbook, row: number) =>
    snapshot.sheets[0] && cellAt(snapshot.sheets[0], { row, column: 1 })?.value;
  expect([at(first, 8), at(second, 8), at(third, 8), at(third, 9)]).toEqual([88.09, 91, 91, 92]);
  expect(second.sheets[1]).toBe(first.sheets[1]);
  expect(first.bytes()).toEqual(sample());
});

test('of a thousand cells the refused one is named, and the others are typed in one go', () => {
  const workbook = open(rows(1000));
  const edits = Array.from({ length: 1000 }, (_, row) => ({ sheet: 'S', row, column: 1, value: row }));
  const edited = workbook.edit(edits, []);
  if (!edited.ok) throw new Error(edited.error.code);
  expect(edited.value.refused).toMatchObject([
    { cell: { sheet: 'S', row: 0, column: 1 }, refusal: { code: 'mergedCell' } },
  ]);
  const [sheet] = edited.value.workbook.snapshot.sheets;
  expect(sheet?.rows.filter((row) => typeof row?.[1]?.value === 'number')).toHaveLength(999);
});

test('what the browser unpacks is what the file holds; damage is left to who reads it', async () => {
  const bytes = rows(20_000);
  const unpacked = await inflateNatively(bytes);
  expect([...unpacked.keys()]).toEqual(['xl/worksheets/sheet1.xml']);
  expect(open(bytes, unpacked).snapshot).toEqual(open(bytes).snapshot);
  const broken = bytes.slice();
  // Somewhere within the packed sheet.
  const at = Buffer.from(broken).indexOf('xl/worksheets/sheet1.xml') + 2000;
  broken.fill(0xff, at, at + 50);
  expect([...(await inflateNatively(broken)).keys()]).toEqual([]);
  expect(openToShow(broken, await inflateNatively(broken))).toMatchObject({
    ok: false,
    error: { code: 'damaged' },
  });
});
