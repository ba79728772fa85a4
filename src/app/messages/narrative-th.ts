import type { NarrativeTexts } from '../../core/report/narrative';

/** Names joined as Thai writes lists: blanks between, «และ» before the last. */
const list = (names: readonly string[]): string => {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(' ')} และ${last}`;
};

const agencyOr = (agency: string | null): string => agency ?? 'หน่วยงาน';

/** The sentences of the analysis in words, in the official register. */
export const narrativeTextsTh: NarrativeTexts = {
  total: (agency, fiscalYear, score) =>
    `ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของ${agencyOr(agency)} ประจำปีงบประมาณ พ.ศ. ${fiscalYear} ได้คะแนนรวม ${score} คะแนน`,
  noTotal: (agency, fiscalYear, missing) =>
    `ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของ${agencyOr(agency)} ประจำปีงบประมาณ พ.ศ. ${fiscalYear} ยังไม่มีคะแนนรวม เนื่องจากไม่มีคะแนนของ ${missing.join(' ')}`,
  grade: (label) => `อยู่ในระดับ “${label}”`,
  uncertainGrade: (label) => `คาดว่าอยู่ในระดับ “${label}” ซึ่งยังต้องรอการยืนยันเงื่อนไขของระดับ`,
  aboveTarget: (target, points) => `สูงกว่าค่าเป้าหมาย ${target} คะแนน อยู่ ${points} คะแนน`,
  belowTarget: (target, points) => `ต่ำกว่าค่าเป้าหมาย ${target} คะแนน อยู่ ${points} คะแนน`,
  atTarget: (target) => `เท่ากับค่าเป้าหมาย ${target} คะแนน`,
  change: (fiscalYear, before, points, direction) =>
    direction === 'same'
      ? `เท่ากับปีงบประมาณ พ.ศ. ${fiscalYear} ซึ่งได้ ${before} คะแนน`
      : `${direction === 'up' ? 'เพิ่มขึ้น' : 'ลดลง'}จากปีงบประมาณ พ.ศ. ${fiscalYear} ซึ่งได้ ${before} คะแนน จำนวน ${points} คะแนน`,
  highest: (names, score) => `ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ${list(names)} (${score} คะแนน)`,
  lowest: (names, score) => `ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ${list(names)} (${score} คะแนน)`,
  allEqual: (count, score) => `ตัวชี้วัดทั้ง ${count} ตัวชี้วัดได้ ${score} คะแนนเท่ากัน`,
  group: (level, names) => {
    switch (level) {
      case 'urgent':
        return `ตัวชี้วัดที่ต้องปรับปรุงเร่งด่วน ${names.length} ตัวชี้วัด ได้แก่ ${list(names)}`;
      case 'improve':
        return `ตัวชี้วัดที่ควรพัฒนา ${names.length} ตัวชี้วัด ได้แก่ ${list(names)}`;
      case 'maintain':
        return `ตัวชี้วัดที่ควรรักษามาตรฐาน ${names.length} ตัวชี้วัด ได้แก่ ${list(names)}`;
    }
  },
  indicatorName: (id, name) => `ตัวชี้วัดที่ ${id} ${name}`,
  itemName: (id) => `ข้อ ${id}`,
  instrument: (id, name, score, weight, weighted) =>
    `${name} (${id}) ได้คะแนนเฉลี่ย ${score} คะแนน น้ำหนักร้อยละ ${weight} คิดเป็นคะแนนถ่วงน้ำหนัก ${weighted} คะแนน`,
  part: (part, score) => `ส่วนที่ ${part} ได้ ${score} คะแนน`,
  indicator: (name, score, rank, of, level) => {
    const group = { urgent: 'ต้องปรับปรุงเร่งด่วน', improve: 'ควรพัฒนา', maintain: 'ควรรักษามาตรฐาน' }[level];
    return `${name} ได้ ${score} คะแนน เป็นอันดับที่ ${rank} จาก ${of} ตัวชี้วัด จัดอยู่ในกลุ่มที่${group}`;
  },
  indicatorBelow: (limit, points) => `ต่ำกว่าเกณฑ์ ${limit} คะแนน อยู่ ${points} คะแนน`,
  issue: (id, name, scored, of) =>
    scored === of
      ? `ประเด็นที่ ${id} ${name} พิจารณาจาก ${of} ข้อ`
      : `ประเด็นที่ ${id} ${name} มีคะแนนแล้ว ${scored} จาก ${of} ข้อ`,
  full: (names) => `ได้คะแนนเต็ม ได้แก่ ${list(names)}`,
  weak: (items) => `ยังไม่เต็ม ได้แก่ ${list(items.map(({ name, score }) => `${name} (${score})`))}`,
  notScored: (names) => `ยังไม่มีคะแนน ได้แก่ ${list(names)}`,
};
