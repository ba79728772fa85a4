import { readItemCode } from '../../../src/core/text/item-codes';
import { resolveCodes } from '../../../src/core/read/resolve-codes';
import type { InstrumentId } from '../../../src/core/rule-set';
import { ruleSets } from '../../../src/rules/rule-sets';

const exists = (id: string): boolean => ruleSets.forYear(2567)?.items.some((item) => item.id === id) ?? false;

/** Ids of the codes of one table, read one below the other. */
const idsOf = (rows: readonly (readonly [instrument: InstrumentId | null, ...codes: string[]])[]) =>
  resolveCodes(
    rows.flatMap(([instrument, ...codes]) => codes.map((code) => readItemCode(code, instrument))),
    exists,
  ).map(({ id }) => id);

// The codes of the seven tables of อบต.บางสัก 2567 as printed, from its published report (indicators' order kept).
test.each<[string, Parameters<typeof idsOf>[0], string]>([
  [
    'ประเด็นที่ ๑',
    [
      ['IIT', 'ข้อ 1๑', 'ข้อ 1๒', 'ข้อ 1๓'],
      ['EIT', 'ข้อ e๑', 'ข้อ e๒', 'ข้อ e๓', 'ข้อ e๗'],
      ['OIT', 'ข้อ ๐๘', 'ข้อ ๐๙'],
    ],
    'i1 i2 i3 e1 e2 e3 e7 o8 o9',
  ],
  [
    'ประเด็นที่ ๒',
    [
      ['EIT', 'ข้อ e๖', 'ข้อ e๙'],
      ['OIT', 'ข้อ ๐๑๒', 'ข้อ ๐๑๓'],
    ],
    'e6 e9 o12 o13',
  ],
  ['ประเด็นที่ ๔', [['IIT', 'ข้อ ๑๐', 'ข้อ ๑๑', 'ข้อ ๑๒']], 'i10 i11 i12'],
  [
    'ประเด็นที่ ๕',
    [
      ['IIT', 'ข้อ 1๔', 'ข้อ 1๕', 'ข้อ 1๖'],
      ['OIT', 'ข้อ ๐๑๔', 'ข้อ ๐๑๕', 'ข้อ ๐๑๖', 'ข้อ ๐1๗'],
    ],
    'i4 i5 i6 o14 o15 o16 o17',
  ],
  [
    'ประเด็นที่ ๖',
    [
      ['IIT', 'ข้อ 1๗', 'ข้อ 1๘', 'ข้อ 1๙'],
      ['OIT', 'ข้อ ๐1๘', 'ข้อ ๐๑๙', 'ข้อ ๐๒๐', 'ข้อ ๐๒๑'],
    ],
    'i7 i8 i9 o18 o19 o20 o21',
  ],
  [
    'ประเด็นที่ ๗',
    [
      ['IIT', 'ข้อ ๑๓', 'ข้อ ๑๔', 'ข้อ ๑๕'],
      ['OIT', 'ข้อ ๐๒๖', 'ข้อ ๐๓๕'],
    ],
    'i13 i14 i15 o26 o35',
  ],
])('every code of %s is the item that is meant', (_, rows, ids) => {
  expect(idsOf(rows).join(' ')).toBe(ids);
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
])('«%s» under %s is %s', (code, instrument, id) => {
  expect(idsOf([[instrument, code]])).toEqual([id]);
});

test.each(['O1 - O6', 'o1–o5', 'EB1', 'MOIT1', 'DAT-01', 'ข้อ ๑๑ – ๑๓', 'การปฏิบัติหน้าที่', '', '9.1', 'o'])(
  '«%s» is no item',
  (code) => {
    expect(readItemCode(code, null)).toEqual([]);
  },
);

test('neighbours settle what a code alone leaves open', () => {
  expect(idsOf([['IIT', '1๑', '1๒', '1๓', '4', '5']])).toEqual(['i1', 'i2', 'i3', 'i4', 'i5']);
  expect(idsOf([['IIT', '9', '10', '11', '12']])).toEqual(['i9', 'i10', 'i11', 'i12']);
});
