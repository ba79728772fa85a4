import { readWorkbook } from '../../../src/core/read/read-workbook';
import { ruleSets } from '../../../src/rules/rule-sets';
import {
  down,
  ids,
  ofTitle,
  OTHERS,
  SCORES,
  ten,
  tenRows,
  TEN_2567,
  titleOf,
  upTo,
  type Rows,
} from '../../support/officer-books';
import { expectOnly, expectReading, readingsOf, refusalOf } from '../../support/officer-readings';
import { gridBook, gridSheet, merged } from '../../support/grid-reading';

// Which year and agency scores are of, and which of several versions of them is read.

const AGENCY = 'เทศบาลตำบลตัวอย่าง';
const HEADER = ['ตัวชี้วัด', 'คะแนน'];
const untitled: Rows = [HEADER, ...tenRows()];

describe('the year', () => {
  test.each([
    'ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕',
    'ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ.2565',
    'ผลการประเมิน ITA ประจำปี ๒๕๖๕',
    'ผลคะแนน ITA ปี ๖๕',
    'ผลคะแนน ITA ปี 65',
    'ITA 2565',
    'ITA2022 : Integrity and Transparency Assessment FY2022',
    'ITA FY 2022',
    'ผลการประเมินคุณธรรมและความโปร่งใส (ITA)\nประจำปีงบประมาณ พ.ศ. ๒๕๖๕',
    'ผลการประเมิน ITA ประจำปีงบประมาณ  พ.ศ.  ๒ ๕ ๖ ๕',
    'ผลการประเมิน  ITA  ประจำปีงบประมาณ\u00a0พ.ศ.\u00a0๒๕๖๕',
  ])('of the heading «%s»', (heading) => {
    const book = gridBook(gridSheet('ก', [[heading], [AGENCY], ...untitled]));
    expectOnly(book, { ...ofTitle(2565), figures: ten('B', 4) });
  });

  test.each(['ITA 2565', 'ปี 65', 'คะแนน ปีงบฯ ๒๕๖๕', 'FY2022'])('of the sheet «%s»', (name) => {
    const book = gridBook(gridSheet(name, untitled));
    expectOnly(book, { year: 2565, figures: down(name, 'B', 2, upTo(10), [...SCORES]) });
  });

  test.each(['ผลคะแนน ITA ปี 2565.xlsx', 'ita65_ทต.ตัวอย่าง.xlsx', 'ITA-FY2022.xlsx'])(
    'of the file «%s»',
    (fileName) => {
      expectOnly(
        gridBook(gridSheet('Sheet1', untitled)),
        { year: 2565, figures: down('Sheet1', 'B', 2, upTo(10), [...SCORES]) },
        { fileName },
      );
    },
  );

  test('of a line below the table', () => {
    const rows = [...untitled, [], ['ที่มา: ระบบ ITAS ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2565']];
    expectOnly(gridBook(gridSheet('ก', rows)), { year: 2565, figures: ten('B', 2) });
  });

  test('of a cover on another sheet', () => {
    const cover = gridSheet('ปก', [[], ['รายงานผลการประเมิน ITA'], ['ประจำปีงบประมาณ พ.ศ. ๒๕๖๕'], [AGENCY]]);
    expectOnly(gridBook(cover, gridSheet('ก', untitled)), { ...ofTitle(2565), figures: ten('B', 2) });
  });

  test('that nothing names is asked for and never guessed', () => {
    const refusal = refusalOf(gridBook(gridSheet('ก', [[AGENCY], ...untitled])));
    expect(refusal.code).toBe('yearUnknown');
    expect(refusal.candidates.length).toBeGreaterThan(1);
  });

  test('that the user names counts where nothing does', () => {
    expectOnly(gridBook(gridSheet('ก', untitled)), { year: 2564, figures: ten('B', 2) }, { year: 2564 });
  });

  test.each([
    'ปี 2566 และปี 2567 มีงบประมาณ 100',
    'จดหมายลงวันที่ 15 มีนาคม 2567',
    'แบบ ITA-01/2567-2',
    'โทร. 0 2567 2565',
  ])('is not taken from «%s»', (text) => {
    const rows = [...titleOf(2565), HEADER, ...tenRows(), [], [], [], [text]];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('B', 4) });
  });

  test('of a sentence that tells another year’s score is not the table’s', () => {
    const rows = [
      ...titleOf(2565),
      ['ปีงบประมาณ พ.ศ. 2564 ได้คะแนนรวม 90.11 คะแนน'],
      ['เป้าหมายปีงบประมาณ พ.ศ. 2566 คือ ITA ได้คะแนนรวม 95'],
      HEADER,
      ...tenRows(),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2565), figures: ten('B', 6) });
  });

  test('of a sentence that tells the score counts where nothing says it better', () => {
    const rows = [
      ['มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. 2566'],
      ['ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565 ของเทศบาลตำบลตัวอย่าง ได้คะแนนรวม 95.82 คะแนน'],
      HEADER,
      ...tenRows(),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), { year: 2565, figures: ten('B', 4) });
  });

  test('that does not fit the items is a finding for each foreign item', () => {
    const codes = [...ids('o', 28), 'o35'];
    const rows = [
      [`ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568`],
      [AGENCY],
      ['ข้อ', 'คะแนน'],
      ...codes.map((code, index) => [code, index % 2 === 0 ? 100 : 0]),
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), {
      ...ofTitle(2568),
      figures: down(
        'ก',
        'B',
        4,
        ids('o', 28),
        upTo(28).map((n) => (n % 2 === 1 ? 100 : 0)),
      ),
      issues: ["foreignItem 'ก'!A32"],
    });
  });

  test('of a measures document is the one that was scored', () => {
    const rows = [
      ['มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘'],
      [AGENCY],
      ['ผลการวิเคราะห์การประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๗'],
      HEADER,
      ...tenRows(SCORES, TEN_2567),
      [],
      ['มาตรการที่จะดำเนินการในปีงบประมาณ พ.ศ. ๒๕๖๘'],
      ['มาตรการ', 'ผู้รับผิดชอบ', 'ระยะเวลา'],
      ['ปรับปรุงคู่มือการให้บริการ', 'สำนักปลัด', 'ต.ค. 2567 – ก.ย. 2568'],
    ];
    expectOnly(gridBook(gridSheet('ก', rows)), { ...ofTitle(2567), figures: ten('B', 5) });
  });

  test('several in one workbook are several assessments', () => {
    const year = (name: string, fiscalYear: number, scores: readonly number[]) =>
      gridSheet(name, [...titleOf(fiscalYear), HEADER, ...tenRows(scores)]);
    const read = readingsOf(gridBook(year('ก', 2564, OTHERS), year('ข', 2565, SCORES)));
    expect(read.map(({ fiscalYear }) => fiscalYear)).toEqual([2565, 2564]);
    expectReading(read[0], { ...ofTitle(2565), figures: down('ข', 'B', 4, upTo(10), [...SCORES]) });
    expectReading(read[1], { ...ofTitle(2564), figures: down('ก', 'B', 4, upTo(10), [...OTHERS]) });
  });

  test('of totals before 2562 is history and not scored', () => {
    const rows = [
      [AGENCY],
      ['ตัวชี้วัด', 'ปี 2561', 'ปี 2564', 'ปี 2565'],
      ...tenRows().map(([name, score], index) => [name ?? null, null, OTHERS[index] ?? null, score ?? null]),
      ['คะแนนรวม', 71.2, null, null],
    ];
    const read = readWorkbook(gridBook(gridSheet('ก', rows)), ruleSets);
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.readings.map(({ fiscalYear }) => fiscalYear)).toEqual([2565, 2564]);
    expect(read.value.history).toMatchObject([
      { fiscalYear: 2561, total: 71.2, cell: { row: 12, column: 1 } },
    ]);
  });
});

describe('the agency', () => {
  const named = (name: string, agency: string, scores: readonly number[]) =>
    gridSheet(name, [[`ผลการประเมิน ITA ปีงบประมาณ 2565`], [agency], HEADER, ...tenRows(scores)]);
  const two = gridBook(named('ก', 'เทศบาลตำบลบางหนึ่ง', SCORES), named('ข', 'อบต.หนองสอง', OTHERS));

  test('several are a question with their names', () => {
    expect(refusalOf(two)).toMatchObject({
      code: 'severalAgencies',
      candidates: ['เทศบาลตำบลบางหนึ่ง', 'อบต.หนองสอง'],
    });
  });

  test.each(['อบต.หนองสอง', 'องค์การบริหารส่วนตำบลหนองสอง', 'อบต. หนองสอง'])(
    '«%s» is chosen in any spelling',
    (agency) => {
      expectOnly(
        two,
        { agency: 'อบต.หนองสอง', year: 2565, figures: down('ข', 'B', 4, upTo(10), [...OTHERS]) },
        { agency },
      );
    },
  );

  test('that is not there is named beside those that are', () => {
    expect(refusalOf(two, { agency: 'เทศบาลนครสาม' })).toMatchObject({
      code: 'agencyNotFound',
      candidates: ['เทศบาลตำบลบางหนึ่ง', 'อบต.หนองสอง'],
    });
  });
});

describe('two versions of the same scores', () => {
  const version = (name: string, scores: Rows[number], more: Parameters<typeof gridSheet>[2] = {}) =>
    gridSheet(name, [...titleOf(2565), HEADER, ...tenRows(scores)], more);
  const figures = (sheet: string, scores: readonly number[]) => down(sheet, 'B', 4, upTo(10), scores);

  test('the complete one is read and the other named', () => {
    const partly = OTHERS.map((score, index) => (index < 6 ? score : null));
    expectOnly(gridBook(version('หนึ่ง', partly), version('สอง', SCORES)), {
      ...ofTitle(2565),
      figures: figures('สอง', SCORES),
      issues: ["otherTable 'หนึ่ง'!B4"],
    });
  });

  test.each(['คะแนนเดิม', 'ร่าง', 'สำเนา', 'คะแนน (2)', 'backup'])('one that is called «%s» yields', (name) => {
    expectOnly(gridBook(version(name, OTHERS), version('คะแนนจริง', SCORES)), {
      ...ofTitle(2565),
      figures: figures('คะแนนจริง', SCORES),
      issues: [`otherTable '${name}'!B4`],
    });
  });

  test('one on a hidden sheet yields', () => {
    expectOnly(gridBook(version('ซ่อน', OTHERS, { visibility: 'hidden' }), version('แสดง', SCORES)), {
      ...ofTitle(2565),
      figures: figures('แสดง', SCORES),
      issues: ["otherTable 'ซ่อน'!B4"],
    });
  });

  test('one that stands right under its year is read before one that is far from any', () => {
    const far = gridSheet('ไกล', [[AGENCY], HEADER, ...tenRows(OTHERS)]);
    expectOnly(gridBook(far, version('ใกล้', SCORES)), {
      ...ofTitle(2565),
      figures: figures('ใกล้', SCORES),
      issues: ["otherTable 'ไกล'!B3"],
    });
  });

  test('equal ones are a question, each with the cells that show which it is', () => {
    const refusal = refusalOf(gridBook(version('หนึ่ง', SCORES), version('สอง', OTHERS)));
    expect(refusal).toMatchObject({
      code: 'severalTables',
      params: { year: '2565', agency: AGENCY },
      candidates: ["'หนึ่ง'!A3:B13", "'สอง'!A3:B13"],
    });
    expect(refusal.samples.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      SCORES.slice(0, 3),
      OTHERS.slice(0, 3),
    ]);
  });

  test.each([
    ['a sheet', 'สอง'],
    ['a range of the question', "'สอง'!A3:B13"],
  ])('the user chooses by %s', (_, sheet) => {
    expectOnly(
      gridBook(version('หนึ่ง', SCORES), version('สอง', OTHERS)),
      { ...ofTitle(2565), figures: figures('สอง', OTHERS) },
      { sheet },
    );
  });

  test('beside each other on one sheet are a question, and each can be chosen', () => {
    const rows = [
      ...titleOf(2565),
      ['ตัวชี้วัด', 'คะแนน', null, 'ตัวชี้วัด', 'คะแนน'],
      ...tenRows().map(([name, score], index) => [
        name ?? null,
        score ?? null,
        null,
        name ?? null,
        OTHERS[index] ?? null,
      ]),
    ];
    const book = gridBook(gridSheet('ก', rows, { merges: [merged(0, 0, 0, 4)] }));
    const { code, candidates } = refusalOf(book);
    expect(code).toBe('severalTables');
    expect(candidates).toEqual(["'ก'!A3:B13", "'ก'!D3:E13"]);
    expectOnly(book, { ...ofTitle(2565), figures: ten('E', 4, OTHERS) }, { sheet: "'ก'!D3:E13" });
  });

  test('the same scores printed twice are no question', () => {
    const read = readingsOf(gridBook(version('หนึ่ง', SCORES), version('สอง', SCORES)));
    expect(read.map(({ issues }) => issues)).toEqual([[]]);
  });
});
