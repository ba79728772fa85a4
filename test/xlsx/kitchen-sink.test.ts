import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesTh } from '../../src/app/messages/th';
import { analyzeFile } from '../../src/cli/analyze-file';
import type { PlannedChart } from '../../src/core/change-plan';
import { NOTHING_CHOSEN } from '../support/nothing-chosen';
import { structureProblems } from './check-structure';
import { kitchenSink, MACROS, type KitchenSink } from './kitchen-sink/kitchen-sink-book';
import { applied, columnOf, planFor } from './plans';
import { unzipParts } from './zip-parts';

type Texts = Readonly<Record<string, string>>;

const analysed = (kind: KitchenSink, inPlace = false) => {
  const extension = kind.hasMacros ? 'xlsm' : 'xlsx';
  const folder = mkdtempSync(join(tmpdir(), 'ita-sink-'));
  const [file, out, again] = ['in', 'out', 'again'].map((name) => join(folder, `${name}.${extension}`));
  if (file === undefined || out === undefined || again === undefined) throw new Error('No names');
  writeFileSync(file, kitchenSink(kind));
  const outcome = analyzeFile(file, { ...NOTHING_CHOSEN, inPlace, out }, messagesTh);
  return { outcome, file, out, again };
};

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

/** Contents by part; parts that are no text come out as their bytes' letters, so that they compare as well. */
const textsOf = (bytes: Uint8Array): Texts =>
  Object.fromEntries(
    Object.entries(unzipParts(bytes)).map(([name, content]) => [
      name,
      Buffer.from(content).toString('latin1'),
    ]),
  );
const utf8 = (text: string | undefined): string => Buffer.from(text ?? '', 'latin1').toString('utf8');

const ADDED = [
  'xl/charts/chart3.xml',
  'xl/charts/chart4.xml',
  'xl/drawings/_rels/drawing3.xml.rels',
  'xl/drawings/drawing3.xml',
  'xl/tables/table2.xml',
  'xl/tables/table3.xml',
  'xl/worksheets/_rels/sheet10.xml.rels',
  'xl/worksheets/_rels/sheet6.xml.rels',
  'xl/worksheets/_rels/sheet7.xml.rels',
  'xl/worksheets/sheet10.xml',
  'xl/worksheets/sheet11.xml',
  'xl/worksheets/sheet6.xml',
  'xl/worksheets/sheet7.xml',
  'xl/worksheets/sheet8.xml',
  'xl/worksheets/sheet9.xml',
];

const OUR_SHEETS =
  /<sheet name="(?:ผลวิเคราะห์ ITA|มาตรการ|พิมพ์ มาตรการ|ความพร้อมของเอกสาร|คลังมาตรการ|ตั้งค่า ITA)"[^>]*\/>/g;
const OUR_NAMES =
  /<definedName name="(?:ITA_\w+"|_xlnm\.Print_(?:Area|Titles)" localSheetId="(?:[6-9]|1[01])")>[^<]*<\/definedName>/g;

/** How each changed part becomes the old one again: by taking out what we added, and nothing else. */
const WITHOUT_OURS: Readonly<Record<string, (text: string, old: string) => string>> = {
  '[Content_Types].xml': (text) =>
    text.replace(
      /<Override PartName="\/xl\/(?:worksheets\/sheet(?:[6-9]|1[01])|tables\/table[23]|drawings\/drawing3|charts\/chart[34])\.xml"[^>]*\/>/g,
      '',
    ),
  'xl/_rels/workbook.xml.rels': (text) =>
    text.replace(
      /<Relationship Id="rId\d+" Type="[^"]*\/worksheet" Target="worksheets\/sheet(?:[6-9]|1[01])\.xml"\/>/g,
      '',
    ),
  'xl/workbook.xml': (text) => text.replace(OUR_SHEETS, '').replace(OUR_NAMES, ''),
  'xl/styles.xml': (text, old) => withoutAppended(text, old),
};

/** Lists of styles only grow at their ends; the old entries keep their numbers. */
const withoutAppended = (text: string, old: string): string =>
  ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'].reduce((changed, name) => {
    const list = new RegExp(`<${name} count="\\d+"([^>]*)>(.*?)</${name}>`);
    const [before = '', , entries = ''] = list.exec(old) ?? [];
    return changed.replace(list, (after: string, _: string, newEntries: string) =>
      newEntries.startsWith(entries) ? before : after,
    );
  }, text);

describe.each([
  ['.xlsx', { hasMacros: false }],
  ['.xlsm', { hasMacros: true }],
])('a %s with one of everything', (_, kind) => {
  const { outcome, file, out, again } = analysed(kind);
  const [before, after] = [textsOf(read(file)), textsOf(read(out))];

  test('is sound before and after', () => {
    expect(structureProblems(read(file))).toEqual([]);
    expect(outcome.exitCode).toBe(0);
    expect(structureProblems(read(out))).toEqual([]);
  });

  test('is read: the table of 2565', () => {
    expect(outcome.json).toMatchObject({ agencies: [{ fiscalYear: 2565, name: 'เทศบาลตำบลตัวอย่าง' }] });
  });

  test('keeps every part in its place and byte for byte, except those that must change', () => {
    const names = Object.keys(before);
    expect(Object.keys(after).slice(0, names.length)).toEqual(names);
    expect(Object.keys(after).slice(names.length).sort()).toEqual(ADDED);
    const changed = names.filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(Object.keys(WITHOUT_OURS).sort());
  });

  test.each(Object.entries(WITHOUT_OURS))('%s differs only by what we added', (name, withoutOurs) => {
    const [old, text] = [utf8(before[name]), utf8(after[name])];
    expect(text).not.toBe(old);
    expect(withoutOurs(text, old)).toBe(old);
  });

  test('gives the same file when it runs again', () => {
    expect(analyzeFile(out, { ...NOTHING_CHOSEN, out: again }, messagesTh).exitCode).toBe(0);
    expect(read(again)).toEqual(read(out));
  });

  test('keeps its macros, or has none', () => {
    expect(unzipParts(read(out))['xl/vbaProject.bin']).toEqual(kind.hasMacros ? MACROS : undefined);
  });
});

test('columns beside the table are all that its sheet gets', () => {
  const { outcome, file, out } = analysed({ hasMacros: false }, true);
  expect(outcome.exitCode).toBe(0);
  const [before, after] = [textsOf(read(file)), textsOf(read(out))];
  const changed = Object.keys(before).filter((name) => after[name] !== before[name]);
  expect(changed.sort()).toEqual([...Object.keys(WITHOUT_OURS), 'xl/worksheets/sheet1.xml'].sort());
  const text = utf8(after['xl/worksheets/sheet1.xml'])
    .replace(/<c r="[DEF](?:[3-9]|1[0-3])"(?:[^>]*\/>|[^>]*[^/]>.*?<\/c>)/g, '')
    .replace('<col min="6" max="6" width="20" customWidth="1"/>', '')
    // A hint for speed that rows with new cells go without.
    .replace(/<row r="(\d+)" ht=/g, '<row r="$1" spans="1:5" ht=');
  expect(text).toBe(utf8(before['xl/worksheets/sheet1.xml']));
  // Formulas of the officer's may look at the new cells.
  expect(utf8(after['xl/workbook.xml'])).toContain(
    '<calcPr calcId="191029" iterate="1" iterateCount="50" fullCalcOnLoad="1"/>',
  );
  expect(structureProblems(read(out))).toEqual([]);
});

test('a locked structure is refused, and nothing is written', () => {
  const { outcome, file } = analysed({ hasMacros: false, isStructureLocked: true });
  expect(outcome.exitCode).toBe(1);
  expect(outcome.errors[0]).toContain('โครงสร้างสมุดงานถูกป้องกัน');
  expect(read(file)).toEqual(kitchenSink({ hasMacros: false, isStructureLocked: true }));
});

test('a chart beside those of the officer’s adds itself to their drawing, and a value to its cell', () => {
  const source = kitchenSink({ hasMacros: false });
  const place = (column: number) => ({
    sheet: 'คะแนน',
    range: { top: 3, left: column, bottom: 12, right: column },
  });
  const chart: PlannedChart = {
    kind: 'bar',
    name: 'ITA_Scores',
    title: 'คะแนน',
    altText: 'คะแนนสิบตัวชี้วัด',
    place: { top: 21, left: 0, bottom: 40, right: 6 },
    categories: place(1),
    series: [{ name: 'คะแนน', values: place(2), color: '1F6FB2' }],
    min: 0,
    max: 100,
  };
  const cells = columnOf([null, null, null, 'ก'], 5).flatMap((cell) =>
    cell.value === null ? [] : [{ row: cell.row, column: cell.column, value: cell.value }],
  );
  const plan = planFor('คะแนน', { cells, charts: [chart], frame: null });
  const out = applied(source, plan);
  expect(applied(out, plan)).toEqual(out);
  const [before, after] = [textsOf(source), textsOf(out)];
  expect(Object.keys(after).filter((name) => !(name in before))).toEqual(['xl/charts/chart3.xml']);
  const removed: Texts = {
    '[Content_Types].xml': utf8(after['[Content_Types].xml']).replace(
      /<Override PartName="\/xl\/charts\/chart3\.xml"[^>]*\/>/,
      '',
    ),
    'xl/drawings/_rels/drawing1.xml.rels': utf8(after['xl/drawings/_rels/drawing1.xml.rels']).replace(
      /<Relationship Id="rId3"[^>]*\/>/,
      '',
    ),
    'xl/drawings/drawing1.xml': utf8(after['xl/drawings/drawing1.xml']).replace(
      /<xdr:twoCellAnchor editAs="oneCell">.*?<\/xdr:twoCellAnchor>/,
      '',
    ),
    'xl/worksheets/sheet1.xml': utf8(after['xl/worksheets/sheet1.xml'])
      .replace('<c r="F4" t="inlineStr"><is><t>ก</t></is></c>', '')
      .replace('<row r="4" ht=', '<row r="4" spans="1:5" ht='),
    // The value may be one that a formula of the officer's looks at.
    'xl/workbook.xml': utf8(after['xl/workbook.xml']).replace(' fullCalcOnLoad="1"', ''),
  };
  const changed = Object.keys(before).filter((name) => after[name] !== before[name]);
  expect(changed.sort()).toEqual(Object.keys(removed).sort());
  for (const [name, text] of Object.entries(removed)) expect(text).toBe(utf8(before[name]));
});
