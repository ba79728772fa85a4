import { collectFrom } from '../../src/app/collect';
import { planCollection } from '../../src/app/collection';
import { collectedWorkbook } from '../../src/cli/collected-workbook';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { agencyList, analysedMany, anyScore } from '../support/agency-lists';
import { indicatorSheet } from '../support/typed-workbooks';
import { snapshotOf, workbookOf, type Typed } from '../support/workbook-of';
import { structureProblems } from '../xlsx/check-structure';
import { disagreements, formulaCells } from './formula-results';
import { convert, type Converted } from './libreoffice';

type Sheets = Readonly<Record<string, readonly (readonly Typed[])[]>>;

const PLACES = [
  ['ประเภท', 'เทศบาล', 'อบต.', 'เทศบาล', 'อบต.', 'อบจ.'],
  ['จังหวัด', 'เชียงใหม่', 'ตรัง', 'นครปฐม', 'พิษณุโลก', 'นครปฐม'],
];
const SCORES = [94.56, 88.13, 90.81, 88.09, 90.53, 96.03, 96.2, 94.74, 100, 95];

const lists: Readonly<Record<string, Sheets>> = {
  '2562': { ก: agencyList(2562, anyScore, { more: PLACES }) },
  '2566 with scores missing': {
    ก: agencyList(2566, (agency, subject) =>
      agency === 2 && subject === 'i4' ? null : anyScore(agency, subject),
    ),
  },
  '2567 without a second part': {
    ก: agencyList(2567, (agency, subject) =>
      agency === 1 && subject === 'EIT.2' ? null : anyScore(agency, subject),
    ),
  },
  '2567 in Thai digits': {
    ก: agencyList(2567, (agency, subject) =>
      String(anyScore(agency, subject)).replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)] ?? ''),
    ),
  },
  '2568 by instruments': { ก: agencyList(2568, anyScore, { subjects: ['IIT', 'EIT', 'OIT'], more: PLACES }) },
  'two years on sheets of their own': {
    ก: indicatorSheet('เทศบาลตำบลหนึ่ง', 2565, SCORES),
    ข: indicatorSheet(
      'เทศบาลตำบลสอง',
      2565,
      SCORES.map((score) => score - 5),
    ),
    ค: indicatorSheet(
      'เทศบาลตำบลหนึ่ง',
      2564,
      SCORES.map((score) => score - 3),
    ),
  },
};

const analysed = (sheets: Sheets): Uint8Array => {
  const bytes = workbookOf(sheets);
  const opened = openWorkbook(bytes);
  const applied = opened.ok ? opened.value.apply(analysedMany(bytes).plan) : opened;
  if (!applied.ok) throw new Error(applied.error.code);
  return applied.value;
};

const collected = (): Uint8Array => {
  const tables = Object.entries(lists).flatMap(([name, sheets]) =>
    collectFrom(snapshotOf(workbookOf(sheets)), { fileName: `${name}.xlsx` }).tables.map((table) => ({
      file: `${name}.xlsx`,
      table,
    })),
  );
  const written = collectedWorkbook(planCollection(tables, []).plan);
  if (!written.ok) throw new Error(written.error.code);
  return written.value;
};

const written = new Map<string, Uint8Array>();
let recalculated: Converted;

beforeAll(() => {
  for (const [name, sheets] of Object.entries(lists)) written.set(name, analysed(sheets));
  written.set('collected', collected());
  recalculated = convert(Object.fromEntries(written), 'xlsx');
}, 180_000);

test.each([...Object.keys(lists), 'collected'])('LibreOffice computes what we wrote: %s', (name) => {
  const bytes = written.get(name) ?? new Uint8Array();
  expect(structureProblems(bytes)).toEqual([]);
  expect(formulaCells(snapshotOf(bytes)).length).toBeGreaterThan(100);
  expect(disagreements(bytes, recalculated.of(name))).toEqual([]);
});
