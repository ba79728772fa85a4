import { cellName } from '../../core/cell-address';
import { documentMessagesTh } from './document-messages-th';
import { differingTexts, type MergeMessages } from './merge-messages';

const { name } = documentMessagesTh;

/** What is said of merging copies, in Thai. */
export const mergeMessagesTh: MergeMessages = {
  usage: 'วิธีใช้: npm run merge -- MAIN.xlsx PART1.xlsx [PART2.xlsx …] [--out FILE] [--json] [--lang th|en]',
  needsFiles: 'โปรดระบุไฟล์ฉบับหลักหนึ่งไฟล์ ตามด้วยไฟล์ที่ส่งกลับมาอย่างน้อยหนึ่งไฟล์',
  outIsInput: '--out เป็นไฟล์เดียวกับไฟล์ที่จะรวม ระบบไม่เขียนทับต้นฉบับ โปรดใช้ชื่ออื่น',
  copyRefusal: ({ code, params }) => {
    switch (code) {
      case 'otherYear':
        return `เป็นของปีงบประมาณ ${params['own']} แต่ฉบับหลักเป็นของปี ${params['main']}`;
      case 'otherAgency':
        return `เป็นของ «${params['own']}» แต่ฉบับหลักเป็นของ «${params['main']}»`;
      case 'noTables':
        return 'ไม่พบตารางเอกสารใดที่ฉบับหลักมี';
      case 'noCommonRows':
        return 'ไม่มีรหัสแถวใดตรงกับฉบับหลัก น่าจะเป็นสมุดงานของปีอื่นหรือหน่วยงานอื่น';
    }
  },
  isMain: 'เป็นไฟล์เดียวกับฉบับหลัก',
  namedTwice: 'ระบุไฟล์นี้ไว้แล้ว',
  noDocuments: (file) =>
    `ใน ${file} ยังไม่มีตารางเอกสารที่จะรวมได้ โปรดทำเอกสารด้วย npm run analyze -- FILE --documents measures ก่อน`,
  nothingMerged: 'ไม่มีสิ่งใดรวมได้',
  fromFile: (file, cells, rows) => `${file}: รับข้อความ ${cells} ช่อง เพิ่ม ${rows} แถว`,
  leftOut: (file, reason) => `${file}: ไม่ได้รวม – ${reason}`,
  obstacle: (obstacle, nameOf) => {
    const document = name[obstacle.kind];
    const at = cellName(obstacle.cell);
    if (obstacle.code === 'copyWithoutKeys')
      return `${document}: ตารางใน ${nameOf(obstacle.file)} ที่ ${at} ไม่มีคอลัมน์ «รหัสแถว» จึงไม่ได้รวมตารางนี้ โปรดเพิ่มคอลัมน์ «รหัสแถว» กลับเข้าไป แล้วรวมอีกครั้ง`;
    const waiting = `ยังไม่ได้รวม ${document} (${obstacle.cells} ช่อง ${obstacle.rows} แถว)`;
    switch (obstacle.code) {
      case 'blocked':
        return `${waiting} เพราะมีข้อความใต้ตารางที่ ${at} โปรดย้ายข้อความนั้นแล้วรวมอีกครั้ง`;
      case 'filtered':
        return `${waiting} เพราะตารางที่ ${at} กรองแถวอยู่ โปรดล้างตัวกรองแล้วรวมอีกครั้ง`;
      case 'noKeyColumn':
        return `ยังไม่ได้รวม ${document} เพราะตารางที่ ${at} ไม่มีคอลัมน์ «รหัสแถว» โปรดเพิ่มคอลัมน์ «รหัสแถว» กลับเข้าไป แล้วรวมอีกครั้ง`;
    }
  },
  conflicts: (count) => (count === 0 ? 'ไม่มีข้อความที่ขัดกัน' : `ข้อความที่ขัดกัน ${count} ช่อง (ช่องในฉบับหลักคงเดิม)`),
  conflict: (conflict, nameOf) => {
    const texts = differingTexts(conflict, nameOf).map(({ text, files }) => `«${text}» (${files})`);
    return `  ${cellName(conflict.cell)} ${conflict.heading}: ${texts.join(' · ')}`;
  },
};
