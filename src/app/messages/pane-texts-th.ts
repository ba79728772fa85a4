import type { PaneTexts } from './pane-texts';

/** The pane in Thai. */
export const paneTextsTh: PaneTexts = {
  title: 'ITA สำหรับ Excel',
  language: 'th',
  otherLanguage: 'English',
  start: {
    what: 'อ่านคะแนน ITA ในสมุดงานนี้ บอกระดับและจุดที่ต้องแก้ก่อน แล้วเขียนผลกับตารางมาตรการเป็นแผ่นงานใหม่',
    safe: 'เซลล์เดิมไม่ถูกแก้ไข และข้อมูลไม่ออกจากเครื่องนี้',
    button: 'วิเคราะห์สมุดงานนี้',
  },
  reading: 'กำลังอ่านคะแนนในสมุดงาน',
  writing: 'กำลังเขียนผลลงสมุดงาน',
  again: 'ลองอีกครั้ง',
  noAgency: 'ไม่พบชื่อหน่วยงาน',
  fiscalYear: (year) => `ปีงบประมาณ ${year}`,
  total: 'คะแนนรวม',
  noTotal: 'คะแนนยังไม่ครบทั้งสามเครื่องมือ',
  uncertain: 'ระดับยังไม่แน่นอน ดู «เงื่อนไขของระดับ» ในแผ่นงานผล',
  aboveTarget: (points) => `สูงกว่าเป้า ${points}`,
  belowTarget: (points) => `ต่ำกว่าเป้า ${points}`,
  bar: (instrument, score, weight) => `${instrument} ได้ ${score} คะแนน น้ำหนัก ${weight}`,
  triage: { urgent: 'เร่งด่วน', improve: 'ควรพัฒนา', maintain: 'รักษามาตรฐาน' },
  notScored: 'ยังไม่มีคะแนน',
  findings: 'ข้อสังเกต',
  noFindings: 'ไม่พบสิ่งที่ขัดแย้งกัน',
  warning: 'เตือน',
  note: 'หมายเหตุ',
  goTo: (cell) => `ไปที่ ${cell}`,
  documents: {
    title: 'เอกสาร',
    there: 'มีในสมุดงานแล้ว ปรับตามคะแนนทุกครั้งที่เขียน',
    notMade: (kind, name) =>
      kind === 'measures'
        ? `ไม่สร้าง «${name}» เพราะคะแนนไม่มีจุดอ่อน`
        : `ไม่สร้าง «${name}» เพราะเกณฑ์ของปีนี้ไม่ได้แบ่งเป็นประเด็น`,
  },
  readiness: {
    title: 'ความพร้อมของเอกสาร',
    missing: 'ยังขาด',
    check: 'ควรตรวจ',
    ready: 'พร้อม',
    notReady: 'ยังไม่พร้อม',
    more: (count) => `และอีก ${count} รายการ`,
  },
  indicator: ({ id }, name) => `${id} ${name}`,
  inPlace: 'เขียนข้างตารางเดิมด้วย',
  plan: ({ added, updated, beside }) =>
    [
      added === 0 ? '' : `จะเพิ่ม ${added} แผ่นงาน`,
      updated === 0 ? '' : `${added === 0 ? 'จะ' : ''}ปรับ ${updated} แผ่นงานของระบบ`,
      beside === 0 ? '' : `เติมคอลัมน์ว่างข้างตาราง ${beside} ตาราง`,
      'ไม่แก้เซลล์เดิม',
    ]
      .filter((part) => part !== '')
      .join(' · '),
  write: 'เขียนผลลงสมุดงาน',
  written: (sheets) => `เขียนแล้ว ${sheets} แผ่นงาน`,
  undo: 'คืนค่าเดิม',
  undoing: 'กำลังคืนค่าเดิม',
  undone: 'คืนค่าเดิมแล้ว สมุดงานเป็นเหมือนก่อนเขียน',
  undoneExcept: (what) => `คืนค่าเดิมแล้ว ยกเว้นส่วนที่มีการแก้ไขหลังจากเขียน: ${what}`,
  goToResult: 'ไปที่ผล',
  question: {
    severalAgencies: 'พบคะแนนของหลายหน่วยงาน โปรดเลือกหนึ่งหน่วยงาน',
    severalTables: 'พบคะแนนหลายชุดที่ไม่ตรงกัน ชุดใดถูกต้อง',
    yearUnknown: 'ไม่พบปีงบประมาณในสมุดงาน คะแนนนี้เป็นของปีใด',
  },
  choose: (candidate) => `ใช้ ${candidate}`,
  notLoaded: 'โหลดแผงงานไม่ครบ โปรดตรวจการเชื่อมต่อ แล้วเปิดแผงงานใหม่ ข้อมูลในสมุดงานไม่เปลี่ยนแปลง',
  notConnected: 'Excel ยังไม่ตอบ อาจกำลังเปิดสมุดงานอยู่',
  reload: 'เปิดแผงงานใหม่',
};
