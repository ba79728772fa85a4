import { merged, type GridValue } from '../grid-reading';
import type { CellRange } from '../../../src/core/cell-address';

// องค์การบริหารส่วนตำบลบางสัก, มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ปีงบประมาณ พ.ศ. 2567: its tables as
// printed, with the letter i printed as a one and the letter o as a zero. Of the remarks only the ones that could be
// taken for something else are here.

export type Rows = readonly (readonly GridValue[])[];

/** A row of an item table: instrument where it is printed, code, score, and the item and number that they mean. */
export type ItemRow = readonly [
  instrument: string | null,
  code: string,
  score: string,
  item: string,
  value: number,
];

export const HEADINGS: Rows = [
  ['มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน'],
  ['ประจำปีงบประมาณ พ.ศ.๒๕๖๗'],
  [],
  ['งานนิติการ สำนักปลัดองค์การบริหารส่วนตำบลบางสัก'],
  ['อำเภอกันตัง จังหวัดตรัง'],
  [],
  ['**ผลการประเมินคุณธรรมและความโปร่งใสขององค์การบริหารส่วนตำบลบางสัก'],
  ['ประจำปีงบประมาณ พ.ศ.๒๕๖๗**'],
];

export const SUMMARY: Rows = [
  ['เครื่องมือการประเมิน', 'ตัวชี้วัด', 'คะแนนเฉลี่ย', 'คะแนนรวมเฉลี่ย'],
  ['แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)', '๑ การปฏิบัติหน้าที่', '๙๙.๗๘', 'คะแนนรวม IIT ๙๙.๖๙'],
  [null, '๒ การใช้งบประมาณ', '๙๙.๕๖', null],
  [null, '๓ การใช้อำนาจ', '๙๙.๗๘', null],
  [null, '๔ การใช้ทรัพย์สินของราชการ', '๑๐๐.๐๐', null],
  [null, '๕ การแก้ไขปัญหาการทุจริต', '๙๙.๓๓', null],
  [
    'แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)',
    '๖ คุณภาพการดำเนินงาน',
    '๙๒.๙๒',
    'EIT ส่วนที่ ๑ = ๙๔.๖๒ EIT ส่วนที่ ๒ = ๘๐.๘๙',
  ],
  [null, '๗ ประสิทธิภาพการสื่อสาร', '๘๙.๗๕', null],
  [null, '๘ การปรับปรุงการทำงาน', '๘๐.๕๘', null],
  ['แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)', '๙ การเปิดเผยข้อมูล', '๙๒.๑๔', 'คะแนนรวม OIT ๙๖.๐๗'],
  [null, '๑๐ การป้องกันการทุจริต', '๑๐๐.๐๐', null],
];

const FULL = '๑๐๐.๐๐';

/** The item tables under their issues; the seventh is printed in two pieces. */
export const ITEM_TABLES: readonly { readonly title: string; readonly rows: readonly ItemRow[] }[] = [
  {
    title: '๑. กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ',
    rows: [
      ['IIT', 'ข้อ i๑', '๙๙.๓๓', 'i1', 99.33],
      [null, 'ข้อ i๒', FULL, 'i2', 100],
      [null, 'ข้อ i๓', FULL, 'i3', 100],
      ['EIT', 'ข้อ e๑', '๙๗.๐๐', 'e1', 97],
      [null, 'ข้อ e๒', '๙๘.๐๐', 'e2', 98],
      [null, 'ข้อ e๓', '๙๗.๕๐', 'e3', 97.5],
      [null, 'ข้อ e๗', '๙๘.๐๐', 'e7', 98],
      ['OIT', 'ข้อ o๘', FULL, 'o8', 100],
      [null, 'ข้อ o๙', '๐.๐๐', 'o9', 0],
    ],
  },
  {
    title: '๒. การให้บริการและระบบ E-service',
    rows: [
      ['IIT', 'ข้อ 1๑', '๙๙.๓๓', 'i1', 99.33],
      [null, 'ข้อ 1๒', FULL, 'i2', 100],
      [null, 'ข้อ 1๓', FULL, 'i3', 100],
      ['EIT', 'ข้อ e๑', '๙๗.๐๐', 'e1', 97],
      [null, 'ข้อ e๒', '๙๘.๐๐', 'e2', 98],
      [null, 'ข้อ e๓', '๙๗.๕๐', 'e3', 97.5],
      [null, 'ข้อ e๖', '๙๗.๕๐', 'e6', 97.5],
      [null, 'ข้อ e๙', '๗๒.๕๐', 'e9', 72.5],
      ['OIT', 'ข้อ ๐๑๒', FULL, 'o12', 100],
      [null, 'ข้อ ๐๑๓', FULL, 'o13', 100],
    ],
  },
  {
    title: '๓. ช่องทางและรูปแบบการเผยแพร่ประชาสัมพันธ์ข้อมูลข่าวสารภาครัฐ',
    rows: [
      ['EIT', 'ข้อ e๔', '๙๗.๐๐', 'e4', 97],
      [null, 'ข้อ e๕', '๙๗.๐๐', 'e5', 97],
      [null, 'ข้อ e๖', '๙๗.๕๐', 'e6', 97.5],
      ['OIT', 'ข้อ ๐๑', FULL, 'o1', 100],
      [null, 'ข้อ ๐๒', FULL, 'o2', 100],
      [null, 'ข้อ ๐๓', FULL, 'o3', 100],
      [null, 'ข้อ ๐๔', FULL, 'o4', 100],
      [null, 'ข้อ ๐๕', FULL, 'o5', 100],
      [null, 'ข้อ ๐๖', FULL, 'o6', 100],
    ],
  },
  {
    title: '๔. กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ',
    rows: [
      ['IIT', 'ข้อ ๑๐', FULL, 'i10', 100],
      [null, 'ข้อ ๑๑', FULL, 'i11', 100],
      [null, 'ข้อ ๑๒', FULL, 'i12', 100],
    ],
  },
  {
    title: '๕. กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง',
    rows: [
      ['IIT', 'ข้อ 1๔', FULL, 'i4', 100],
      [null, 'ข้อ 1๕', '๙๘.๖๗', 'i5', 98.67],
      [null, 'ข้อ 1๖', FULL, 'i6', 100],
      ['OIT', 'ข้อ ๐๑๔', FULL, 'o14', 100],
      [null, 'ข้อ ๐๑๕', FULL, 'o15', 100],
      [null, 'ข้อ ๐๑๖', FULL, 'o16', 100],
      [null, 'ข้อ ๐๑๗', '๐.๐๐', 'o17', 0],
    ],
  },
  {
    title: '๖. กระบวนการควบคุมตรวจสอบการใช้อำนาจและการบริหารงานบุคคล',
    rows: [
      ['IIT', 'ข้อ 1๗', '๙๙.๓๓', 'i7', 99.33],
      [null, 'ข้อ 1๘', FULL, 'i8', 100],
      [null, 'ข้อ 1๙', FULL, 'i9', 100],
      ['OIT', 'ข้อ ๐1๘', FULL, 'o18', 100],
      [null, 'ข้อ ๐1๙', FULL, 'o19', 100],
      [null, 'ข้อ ๐๒๐', FULL, 'o20', 100],
      [null, 'ข้อ ๐๒๑', FULL, 'o21', 100],
    ],
  },
  {
    title: '๗. กลไกและมาตรการในการแก้ไขและป้องกันการทุจริตภายในหน่วยงาน',
    rows: [
      ['IIT', 'ข้อ 1๑๓', FULL, 'i13', 100],
      [null, 'ข้อ 1๑๔', '๙๙.๓๓', 'i14', 99.33],
      [null, 'ข้อ 1๑๕', '๙๘.๖๗', 'i15', 98.67],
      ['OIT', 'ข้อ ๐๒๖', FULL, 'o26', 100],
      [null, 'ข้อ ๐๒๗', FULL, 'o27', 100],
      [null, 'ข้อ ๐๒๘', FULL, 'o28', 100],
      [null, 'ข้อ ๐๒๙', FULL, 'o29', 100],
    ],
  },
  {
    title: '',
    rows: [
      ['OIT', 'ข้อ ๐๓๐', FULL, 'o30', 100],
      [null, 'ข้อ ๐๓๑', FULL, 'o31', 100],
      [null, 'ข้อ ๐๓๒', FULL, 'o32', 100],
      [null, 'ข้อ ๐๓๓', FULL, 'o33', 100],
      [null, 'ข้อ ๐๓๔', FULL, 'o34', 100],
      [null, 'ข้อ ๐๓๕', FULL, 'o35', 100],
    ],
  },
];

// A remark that begins with the agency's name and runs on, as one cell of the fifth table does.
const REMARK = 'องค์การบริหารส่วนตำบลบางสักได้คะแนนผลการประเมินตามแบบวัด';

/** An item table as it stands on a sheet: title, header, rows; the rows begin in the third row. */
export const itemGrid = ({ title, rows }: (typeof ITEM_TABLES)[number]): Rows => [
  [title === '' ? null : title],
  ['เครื่องมือ การประเมิน', 'ข้อ คำถาม', 'คะแนน', 'ข้อบกพร่อง/ข้อแก้ไข/ปรับปรุง/'],
  ...rows.map(([instrument, code, score]) => [
    instrument,
    code,
    score,
    instrument === 'OIT' ? REMARK : instrument === null ? null : 'รักษาระดับ',
  ]),
];

/** Areas that the instruments of an item grid cover when its first row is row `top`. */
export const instrumentMerges = (
  { rows }: (typeof ITEM_TABLES)[number],
  top: number,
): readonly CellRange[] => {
  const starts = rows.flatMap(([instrument], index) => (instrument === null ? [] : [index]));
  return starts.map((start, index) =>
    merged(top + 2 + start, 0, top + 1 + (starts[index + 1] ?? rows.length), 0),
  );
};

const PROSE =
  'จากการวิเคราะห์ผลการประเมินข้อ ๑๑ – ๑๓ แสดงให้เห็นว่าหน่วยงานมีการปฏิบัติงานที่มีประสิทธิภาพ มุ่งเน้นผลสำเร็จของงานและให้ความสำคัญในความรับผิดชอบในภารกิจของงานตนเอง ซึ่งควรรักษามาตรฐานไว้';

/** The whole report in one sheet, as it comes when it is pasted from a document. */
export const PASTED: Rows = [
  ...HEADINGS,
  [],
  ['ตารางสรุปผลการประเมินตามตัวชี้วัด'],
  ...SUMMARY,
  [],
  ['**การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ'],
  ['ปีงบประมาณ พ.ศ. ๒๕๖๗**'],
  ...ITEM_TABLES.flatMap((table) => [
    ...itemGrid(table),
    [],
    [PROSE],
    ['สำหรับ OIT ข้อ ๐๘ ควรรักษามาตรฐานไว้'],
    [],
  ]),
  ['ขององค์การบริหารส่วนตำบลบางสัก ประจำปีงบประมาณ พ.ศ.๒๕๖๘**'],
  [],
  ['มาตรการ/แนวทาง', 'ขั้นตอน/วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลาดำเนินการ', 'การติดตามประเมินผล'],
  ['๑.กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ'],
  ['๑', '๑.๑ กำชับให้บุคลากร', 'ทุกสำนัก/กอง', 'ต.ค. ๖๗ – ก.ย. ๖๘', 'รายงานผลการดำเนินการ'],
  ['มาตรการ/แนวทาง', 'ขั้นตอน/วิธีการดำเนินการ', 'ผู้รับผิดชอบ', 'ระยะเวลาดำเนินการ', 'การติดตามประเมินผล'],
  ['๔', '๑.มีการตรวจสอบวัสดุและครุภัณฑ์', 'กองคลัง', 'ต.ค. ๖๗ – ก.ย. ๖๘', 'รายงานผลการดำเนินการ'],
];
