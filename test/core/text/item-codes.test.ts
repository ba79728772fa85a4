import { readItemCode } from '../../../src/core/text/item-codes';
import { resolveCodes } from '../../../src/core/read/resolve-codes';
import type { InstrumentId } from '../../../src/core/rule-set';
import { ruleSets } from '../../../src/rules/rule-sets';
import { ITEM_TABLES } from '../../support/published/bang-sak-2567';

const exists = (id: string): boolean => ruleSets.forYear(2567)?.items.some((item) => item.id === id) ?? false;

/** Ids of the codes of one table, read one below the other. */
const idsOf = (rows: readonly (readonly [instrument: InstrumentId | null, ...codes: string[]])[]) =>
  resolveCodes(
    rows.flatMap(([instrument, ...codes]) => codes.map((code) => readItemCode(code, instrument))),
    exists,
  ).map(({ id }) => id);

const INSTRUMENTS: readonly InstrumentId[] = ['IIT', 'EIT', 'OIT'];

test.each(ITEM_TABLES)('every code printed under «$title» is the item that is meant', ({ rows }) => {
  let instrument: InstrumentId | null = null;
  const read: (readonly [InstrumentId | null, string])[] = [];
  for (const [printed, code] of rows) {
    instrument = INSTRUMENTS.find((id) => id === printed) ?? instrument;
    read.push([instrument, code]);
  }
  expect(idsOf(read)).toEqual(rows.map(([, , , item]) => item));
});

test.each<[string, InstrumentId | null, string]>([
  ['o9', null, 'o9'],
  ['O9', null, 'o9'],
  ['O1.', null, 'o1'],
  ['O01', null, 'o1'],
  ['o_16_รายงาน', null, 'o16'],
  ['O10 คู่มือ', null, 'o10'],
  ['027', 'OIT', 'o27'],
  ['๐๙', 'OIT', 'o9'],
  ['0 9', 'OIT', 'o9'],
  ['l1', null, 'i1'],
  ['I12', null, 'i12'],
  ['i๑', null, 'i1'],
  ['ไอ1', null, 'i1'],
  ['อี7', null, 'e7'],
  ['E7', null, 'e7'],
  ['ข้อ 7', 'EIT', 'e7'],
  ['ข้อ ๙', 'OIT', 'o9'],
  ['o1', null, 'o1'],
  ['O 1', null, 'o1'],
  ['O-12', null, 'o12'],
  ['O42 - มาตรการ', null, 'o42'],
  ['o6_แผน', null, 'o6'],
  ['o19_v3', null, 'o19'],
  ['o15…(2.2.1)', null, 'o15'],
  ['010', null, 'o10'],
  ['011', 'OIT', 'o11'],
  ['010 คู่มือหรือแนวทางการปฏิบัติงาน', 'OIT', 'o10'],
  ['๐๑๒ ข้อมูลสถิติการให้บริการ', null, 'o12'],
  ['ข้อ_020_รูปเล่ม', null, 'o20'],
  ['ข้อที่ o7', null, 'o7'],
  ['ข้อคำถาม e4', null, 'e4'],
  ['โอ๙', null, 'o9'],
  ['I22', null, 'i22'],
  ['i5', null, 'i5'],
  ['I1', null, 'i1'],
  ['|3', null, 'i3'],
  ['23', 'OIT', 'o23'],
  ['๑', 'IIT', 'i1'],
])('«%s» under %s is %s', (code, instrument, id) => {
  expect(idsOf([[instrument, code]])).toEqual([id]);
});

test.each([
  'O1 - O6',
  'O1-O35',
  'O26 – O29',
  'ข้อ o1 ถึง o6',
  '0',
  '00',
  'E-Service',
  'OIT',
  'o100',
  'EB 1',
  'MOIT 1',
  'MOIT1 ข้อ 1.1',
  '01 มกราคม 2567',
  '9.1 ข้อมูลพื้นฐาน',
  '23',
  'o1 - O6',
  'o1–o5',
  'EB1',
  'MOIT1',
  'DAT-01',
  'ข้อ ๑๑ – ๑๓',
  'การปฏิบัติหน้าที่',
  '',
  '9.1',
  'o',
])('«%s» is no item', (code) => {
  expect(readItemCode(code, null)).toEqual([]);
});

test('neighbours settle what a code alone leaves open', () => {
  expect(idsOf([['IIT', '1๑', '1๒', '1๓', '4', '5']])).toEqual(['i1', 'i2', 'i3', 'i4', 'i5']);
  expect(idsOf([['IIT', '9', '10', '11', '12']])).toEqual(['i9', 'i10', 'i11', 'i12']);
});
