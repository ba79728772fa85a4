import { grouped } from '../../core/text/numbers';
import type { ManyMessages } from './many-messages';

/** What is said of many agencies together, in Thai. */
export const manyMessagesTh: ManyMessages = {
  all: 'วิเคราะห์ทุกหน่วยงานพร้อมกัน',
  allHint: (agencies) =>
    `พบ ${grouped(agencies)} หน่วยงาน ระบบเขียนสรุป ผลรายหน่วยงาน และข้อสังเกตเป็นแผ่นงานใหม่ ไม่แก้เซลล์เดิม`,
  orOne: 'หรือเลือกหนึ่งหน่วยงาน',
  find: 'ค้นหาชื่อหน่วยงาน',
  shown: (shown, all) => `แสดง ${grouped(shown)} จาก ${grouped(all)} หน่วยงาน`,
  analysed: (agencies) => `วิเคราะห์แล้ว ${grouped(agencies)} หน่วยงาน`,
  ofYear: (fiscalYear, agencies) => `ปีงบประมาณ ${fiscalYear} · ${grouped(agencies)} หน่วยงาน`,
  mean: 'คะแนนรวมเฉลี่ย',
  meanOf: (scored, agencies) =>
    scored === agencies
      ? `จากทั้ง ${grouped(agencies)} หน่วยงาน`
      : `จาก ${grouped(scored)} หน่วยงานที่มีคะแนนรวม อีก ${grouped(agencies - scored)} หน่วยงานยังไม่มี`,
  noMean: 'ยังไม่มีหน่วยงานใดมีคะแนนรวม',
  grades: 'จำนวนหน่วยงานตามระดับ',
  gradeName: ({ label }) => label,
  ungraded: 'ยังให้ระดับไม่ได้',
  agencies: (count) => `${grouped(count)} หน่วยงาน`,
  lowest: 'คะแนนรวมต่ำสุด',
  noAgency: 'ไม่พบชื่อหน่วยงาน',
  remarked: (agencies) => `มีข้อสังเกต ${grouped(agencies)} หน่วยงาน รายละเอียดอยู่ในแผ่นงาน «ข้อสังเกตหลายหน่วยงาน»`,
  noRemarks: 'ไม่มีหน่วยงานใดมีข้อสังเกต',
  thisWorkbook: 'สมุดงานนี้',
  unread: (count) => `อ่านไม่ได้ ${grouped(count)} รายการ`,
  more: (count) => `และอีก ${grouped(count)} รายการ`,
  noYear: 'ไม่พบปีงบประมาณ โปรดเปิดไฟล์ พิมพ์หัวเรื่อง เช่น «ปีงบประมาณ พ.ศ. 2567» เหนือตาราง บันทึก แล้วลองอีกครั้ง',
  files: {
    title: 'รวมหลายหน่วยงาน',
    what: 'เลือกสมุดงานคะแนนที่หน่วยงานต่าง ๆ ส่งมา ระบบอ่านทุกไฟล์ แล้วเขียนคะแนน ผล และสรุปของทุกหน่วยงานเป็นแผ่นงานใหม่ในสมุดงานนี้ ไฟล์ที่ส่งมาไม่ถูกแก้ไข',
    pick: 'เลือกไฟล์ของหน่วยงาน',
    nothing: 'ไม่ได้คะแนนของหน่วยงานใดจากไฟล์ที่เลือก สมุดงานนี้ไม่เปลี่ยนแปลง',
  },
  inPlace: 'เขียนคะแนนรวม ระดับ และอันดับข้างแถวของรายการด้วย',
  notBeside: (sheet) =>
    `ไม่ได้เขียนผลข้างแถวของแผ่นงาน «${sheet}» เพราะสูตรใช้คะแนนที่นั่นโดยตรงไม่ได้ (ตัวเลขเป็นข้อความหรือร้อยละ เซลล์ผสาน หรือปีเดียวกันมีหลายรายการ) ผลของทุกหน่วยงานอยู่ในแผ่นงาน «รายหน่วยงาน»`,
  notWith: (option) => `--every-agency วิเคราะห์ทุกหน่วยงานพร้อมกัน ใช้ร่วมกับ ${option} ไม่ได้`,
};
