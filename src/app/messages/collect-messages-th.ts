import { grouped } from '../../core/text/numbers';
import { minutes, type CollectMessages } from './collect-messages';

/** What is said of collecting workbooks, in Thai. */
export const collectMessagesTh: CollectMessages = {
  usage:
    'วิธีใช้: npm run collect -- FOLDER|FILE.xlsx … [--out FILE.xlsx] [--year 2567] [--json] [--lang th|en]',
  needsFiles: 'โปรดระบุโฟลเดอร์หรือไฟล์ที่หน่วยงานส่งมาอย่างน้อยหนึ่งรายการ',
  outNotXlsx: (file) => `ชื่อไฟล์ใน --out ต้องลงท้ายด้วย .xlsx ไม่ใช่ «${file}»`,
  outIsOther: (file) => `มีไฟล์ ${file} อยู่แล้ว และไม่ใช่ไฟล์ที่คำสั่งนี้เขียนไว้ ระบบไม่เขียนทับ โปรดใช้ชื่ออื่นใน --out`,
  noWorkbooks: (folder) =>
    `ไม่พบสมุดงาน (.xlsx .xlsm .xltx .xltm) ใน ${folder} โปรดตรวจชื่อโฟลเดอร์ หากไฟล์ยังอยู่ใน .zip โปรดแตกไฟล์ก่อน`,
  unread: {
    notFound: 'ไม่พบไฟล์หรือโฟลเดอร์นี้ โปรดตรวจชื่อ',
    notReadable: 'เปิดอ่านไม่ได้ โปรดตรวจสิทธิ์การอ่าน และปิดโปรแกรมที่เปิดไฟล์นี้ค้างอยู่',
    nothing: 'ไม่พบคะแนนของหน่วยงานใดในไฟล์นี้ โปรดตรวจว่าเป็นไฟล์ที่ถูกต้อง',
    tooSlow: 'ใช้เวลาอ่านนานเกินไป จึงข้ามไฟล์นี้ โปรดคัดลอกเฉพาะแผ่นงานคะแนนไปยังสมุดงานใหม่ แล้วใช้ไฟล์นั้น',
    outOfMemory: 'ใช้หน่วยความจำมากเกินไป จึงข้ามไฟล์นี้ โปรดคัดลอกเฉพาะแผ่นงานคะแนนไปยังสมุดงานใหม่ แล้วใช้ไฟล์นั้น',
    died: 'โปรแกรมส่วนที่อ่านไฟล์นี้หยุดทำงานกลางคัน จึงข้ามไฟล์นี้ โปรดเปิดด้วย Excel แล้วบันทึกใหม่ หรือส่งไฟล์นี้ให้ผู้ดูแลโปรแกรม',
    fault: (detail) =>
      `เกิดข้อผิดพลาดในโปรแกรมขณะอ่านไฟล์นี้ (${detail}) จึงข้ามไฟล์นี้ โปรดส่งไฟล์และข้อความนี้ให้ผู้ดูแลโปรแกรม`,
    severalTables: (year, ranges) =>
      `พบคะแนนหลายชุดของปี ${year} ที่ไม่ตรงกัน (${ranges}) โปรดลบชุดที่ไม่ใช้ออกจากไฟล์ แล้วรวบรวมอีกครั้ง`,
    severalAgencies: (agencies) =>
      `มีคะแนนของหลายหน่วยงานในไฟล์เดียวกัน (${agencies}) โปรดแยกเป็นหน่วยงานละไฟล์ แล้วรวบรวมอีกครั้ง`,
  },
  progress: (done, total, unread) =>
    `${grouped(done)}/${grouped(total)} ไฟล์${unread === 0 ? '' : ` · อ่านไม่ได้ ${grouped(unread)}`}`,
  timeLeft: (seconds) => `เหลือประมาณ ${seconds < 60 ? `${seconds} วินาที` : `${minutes(seconds)} นาที`}`,
  resumed: (files) => `ทำต่อจากครั้งก่อน อ่านไว้แล้ว ${grouped(files)} ไฟล์`,
  writing: 'กำลังเขียนสมุดงานรวม',
  stopped: (done, total) =>
    `หยุดแล้ว อ่านไปได้ ${grouped(done)} จาก ${grouped(total)} ไฟล์ ยังไม่ได้เขียนสมุดงานรวม สั่งคำสั่งเดิมอีกครั้งเพื่อทำต่อจากจุดนี้`,
  summary: ({ files, agencies, years }) =>
    `อ่าน ${grouped(files)} ไฟล์ ได้คะแนนของ ${grouped(agencies)} หน่วยงาน${years.length === 0 ? '' : ` · ปีงบประมาณ ${years.map(({ fiscalYear, agencies: count }) => `${fiscalYear} (${grouped(count)} หน่วยงาน)`).join(', ')}`}`,
  nothingCollected: 'ไม่ได้คะแนนของหน่วยงานใดเลย จึงไม่ได้เขียนไฟล์ ไฟล์ที่ส่งมาไม่เปลี่ยนแปลง',
  unreadHead: (count) => `อ่านไม่ได้ ${grouped(count)} รายการ`,
  remarksHead: (count) => `มีข้อสังเกต ${grouped(count)} หน่วยงาน (รายละเอียดอยู่ในสมุดงานรวม)`,
  remarks: (agency, warnings, notes) =>
    `${agency ?? 'ไม่พบชื่อหน่วยงาน'}: ${[...(warnings === 0 ? [] : [`เตือน ${warnings}`]), ...(notes === 0 ? [] : [`หมายเหตุ ${notes}`])].join(' ')}`,
  copiesHead: (count) => `เนื้อหาซ้ำกับไฟล์อื่นทุกประการ ${grouped(count)} ไฟล์ นับครั้งเดียว`,
  copyOf: (file) => `ซ้ำกับ ${file}`,
  ownOutputs: (count) => `ข้ามสมุดงานรวมที่คำสั่งนี้เขียนไว้ก่อนแล้ว ${grouped(count)} ไฟล์`,
  otherFiles: (count, kinds) =>
    `ไม่ได้อ่านไฟล์ชนิดอื่น ${grouped(count)} ไฟล์ (${kinds}) หากมีหน่วยงานส่งคะแนนมาในไฟล์เหล่านี้ โปรดขอเป็น .xlsx`,
  more: (count) => `และอีก ${grouped(count)} รายการ`,
};
