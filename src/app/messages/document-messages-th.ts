import { cellName } from '../../core/cell-address';
import type { DocumentKind } from '../../core/measures/layouts';
import type { GapCode, RemarkCode } from '../../core/measures/checked-documents';
import type { DocumentMessages } from './document-messages';

const ROLE: Readonly<Record<string, string>> = {
  measure: 'มาตรการ',
  steps: 'ขั้นตอนหรือวิธีการ',
  responsible: 'ผู้รับผิดชอบ',
  period: 'ระยะเวลา',
  followUp: 'การกำกับติดตามและรายงานผล',
  fix: 'ข้อบกพร่องหรือข้อแก้ไข',
  result: 'ผลการวิเคราะห์',
  improve: 'แนวทางการพัฒนา',
  limit: 'ข้อจำกัด',
  suggestion: 'ข้อเสนอแนะ',
};

const MOST = 60;

const short = (text: string): string => {
  const [line = ''] = text.split('\n');
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
};

const gap = (code: GapCode, params: Readonly<Record<string, string>>): string => {
  const role = ROLE[params['role'] ?? ''] ?? '';
  const label = short(params['label'] ?? '');
  switch (code) {
    case 'noDocument':
      return `ยังไม่มีเอกสาร «${documentMessagesTh.name[params['kind'] as DocumentKind]}» สร้างได้จากเมนูเอกสาร`;
    case 'noColumn':
      return `ตารางไม่มีคอลัมน์ «${role}» ซึ่งข้อประเมินต้องการ โปรดเพิ่มคอลัมน์นี้พร้อมหัวคอลัมน์`;
    case 'noRow':
      return label === '' ? 'ตารางยังไม่มีข้อความ' : `ยังไม่มีแถวของ «${label}»`;
    case 'emptyCell':
      return label === '' ? `ยังไม่ได้กรอก «${role}»` : `ยังไม่ได้กรอก «${role}» ของ «${label}»`;
  }
};

const remark = (code: RemarkCode, params: Readonly<Record<string, string>>): string => {
  switch (code) {
    case 'rowsRepeated':
      return `แถว ${params['second']} มีมาตรการและขั้นตอนซ้ำกับแถว ${params['first']} โปรดปรับให้ต่างกันหรือรวมเป็นแถวเดียว`;
    case 'dateOutside':
      return `ช่วงเวลา ${params['dates']} อยู่นอกปีงบประมาณ ${params['year']} ของแผน โปรดตรวจปี`;
    case 'otherAgency':
      return `มีชื่อหน่วยงานอื่น «${params['other']}» ในเอกสารของ ${params['agency']} โปรดตรวจว่าคัดลอกมาหรือไม่`;
    case 'drafts':
      return `มีข้อความร่าง (ตัวเอน) ที่ยังไม่ได้แก้ไขหรือยืนยัน ${params['count']} ช่อง หากใช้ตามร่าง ให้เลือกสถานะ «ยืนยันแล้ว»`;
    case 'adviceUnanswered':
      return `ผู้ประเมินมีข้อเสนอแนะเรื่อง ${params['items']} แต่ตารางมาตรการยังไม่มีแถวของเรื่องนี้ โปรดพิจารณาเพิ่มมาตรการ`;
    case 'notWeak':
      return `มีมาตรการ ${params['count']} แถวที่ไม่ใช่จุดอ่อนตามคะแนนปัจจุบันแล้ว คงไว้หรือตัดออกได้ตามความเหมาะสม`;
  }
};

/** What is said of the documents, in Thai. */
export const documentMessagesTh: DocumentMessages = {
  name: {
    measures: 'ตารางมาตรการ',
    analysis: 'วิเคราะห์ทุกตัวชี้วัด',
    issues: 'วิเคราะห์ตามประเด็น',
    scores: 'สรุปคะแนน',
    oit: 'ผู้รับผิดชอบ OIT',
    calendar: 'ปฏิทินงาน',
    limits: 'ข้อจำกัดและข้อเสนอแนะ',
    results: 'รายงานผลตามมาตรการ',
    memo: 'บันทึกข้อความ',
    advice: 'ข้อเสนอแนะของผู้ประเมิน',
  },
  purpose: {
    measures: 'มาตรการสำหรับทุกจุดอ่อน พร้อมแผ่นงานสำหรับพิมพ์และตารางตรวจความพร้อม',
    analysis: 'จุดแข็ง จุดอ่อน และแนวทางของแต่ละตัวชี้วัด ข้อ o25 ของปี 2569 ให้วิเคราะห์ทุกตัวชี้วัด',
    issues: 'คะแนนรายข้อและข้อแก้ไขตามเจ็ดประเด็น ตามแบบของปี 2567',
    scores: 'คะแนนรายตัวชี้วัดและเครื่องมือในหน้าเดียว สำหรับแนบรายงาน',
    oit: 'ข้อ OIT ของปีถัดไป องค์ประกอบที่ต้องมี และหน่วยงานที่รับผิดชอบ',
    calendar: 'ขั้นตอนการทำงานตลอดปีจนถึงรายงานผล',
    limits: 'ข้อจำกัดของหน่วยงานและแนวทางจัดการ เอกสารปี 2567 ให้ระบุ',
    results: 'ผลของแต่ละมาตรการพร้อมหลักฐาน สำหรับข้อ o43 o35 o28 หรือ o26 ตามปี',
    memo: 'เสนอรายงานผลต่อผู้บริหารตามลำดับชั้น พร้อมตารางผล',
    advice: 'ตารางสำหรับวางข้อเสนอแนะรายข้อที่ได้รับ ระบบจับคู่กับข้อและนำไปใส่ในเอกสารวิเคราะห์และมาตรการ',
  },
  demand: {
    urgentNamed: 'ระบุข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน สอดคล้องกับคะแนน',
    improveNamed: 'ระบุประเด็นที่ต้องพัฒนาให้ดีขึ้น สอดคล้องกับคะแนน',
    everyIndicator: 'วิเคราะห์ผลการประเมินทุกตัวชี้วัด',
    everyIssue: 'วิเคราะห์ครบทุกประเด็น พร้อมคะแนนรายข้อ',
    weakItems: 'ทุกข้อที่เป็นจุดอ่อนมีข้อบกพร่องหรือข้อแก้ไข',
    measure: 'ทุกจุดอ่อนมีมาตรการหรือแนวทาง',
    steps: 'ทุกมาตรการมีขั้นตอนหรือวิธีปฏิบัติ',
    responsible: 'ทุกมาตรการมีผู้รับผิดชอบ',
    period: 'ทุกมาตรการมีระยะเวลาดำเนินการ',
    followUp: 'ทุกมาตรการมีการกำกับติดตามและรายงานผล',
    limits: 'ระบุข้อจำกัดของหน่วยงาน',
    suggestions: 'ระบุข้อเสนอแนะต่อข้อจำกัด',
  },
  gap,
  remark,
  obstacle: ({ kind, code, cell, rows }) => {
    const name = documentMessagesTh.name[kind];
    switch (code) {
      case 'blocked':
        return `ยังไม่ได้เพิ่ม${name} ${rows} แถว เพราะมีข้อความใต้ตารางที่ ${cellName(cell)} โปรดย้ายข้อความนั้นแล้วลองอีกครั้ง`;
      case 'filtered':
        return `ยังไม่ได้เพิ่ม${name} ${rows} แถว เพราะตารางที่ ${cellName(cell)} กรองแถวอยู่ โปรดล้างตัวกรองแล้วลองอีกครั้ง`;
      case 'noKeyColumn':
        return `ตารางที่ ${cellName(cell)} ไม่มีคอลัมน์ «รหัสแถว» ระบบจึงไม่แก้ตารางนี้ โปรดเพิ่มคอลัมน์ «รหัสแถว» กลับเข้าไป หรือย้ายตารางนี้ไปเก็บไว้ในสมุดงานอื่น แล้วลองอีกครั้ง`;
    }
  },
  verdict: ({ isReady, item, fiscalYear, demands }) => {
    const about = item === null ? `ปี ${fiscalYear}` : `ข้อ ${item} ปี ${fiscalYear}`;
    const missing = demands.reduce((sum, { gaps }) => sum + gaps.length, 0);
    return isReady
      ? `ความพร้อมของเอกสารมาตรการ (${about}): พร้อมเผยแพร่`
      : `ความพร้อมของเอกสารมาตรการ (${about}): ยังขาด ${missing} รายการ`;
  },
  resultsVerdict: ({ item, fiscalYear, measures, gaps, withoutEvidence, isReady }) =>
    [
      `รายงานผล${item === null ? '' : `ข้อ ${item}`} ปี ${fiscalYear}: ${measures} มาตรการ`,
      isReady ? 'รายงานผลครบทุกมาตรการ' : `ยังขาดผล ${gaps.length} ช่อง`,
      withoutEvidence.length === 0 ? '' : `ไม่มีหลักฐาน ${withoutEvidence.length} มาตรการ`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  resultGap: ({ role, label }) =>
    `ยังไม่ได้กรอก «${{ output: 'ผลการดำเนินการ', outcome: 'ผลลัพธ์', evidence: 'หลักฐาน' }[role]}» ของ «${short(label)}»`,
  progress: ({ unit, measures, underWay, done }) =>
    `${unit === '' ? 'ยังไม่ระบุผู้รับผิดชอบ' : unit}: แล้วเสร็จ ${done} กำลังดำเนินการ ${underWay} จาก ${measures} มาตรการ`,
  qrCode: 'ข้อนี้ต้องแสดงคิวอาร์โค้ดแบบวัด EIT บนเว็บไซต์ของหน่วยงานด้วย',
  advice: (matched, unknown) =>
    `ข้อเสนอแนะของผู้ประเมิน: จับคู่กับข้อได้ ${matched} รายการ${
      unknown.length === 0
        ? ''
        : ` · ยังไม่ทราบข้อ ${unknown.length} แถว (${unknown.map(cellName).join(', ')}) โปรดใส่รหัสข้อ เช่น I20 ไว้หน้าข้อความ`
    }`,
  badDocuments: (word, known) => `--documents ไม่รู้จัก «${word}» ใช้ได้: ${known.join(', ')}`,
};
