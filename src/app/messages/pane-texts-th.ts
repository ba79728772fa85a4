import type { PaneTexts } from './pane-texts';

/** The pane in Thai, as far as it does not wait for a result. */
export const paneTextsTh: PaneTexts = {
  title: 'ITA สำหรับ Excel',
  language: 'th',
  otherLanguage: 'English',
  menu: 'ภาษาและวิธีใช้',
  help: 'วิธีใช้',
  start: {
    what: 'อ่านคะแนน ITA ในสมุดงานนี้ บอกระดับและจุดที่ควรแก้ก่อน แล้วเขียนผลกับตารางมาตรการเป็นแผ่นงานใหม่',
    safe: 'เซลล์เดิมไม่ถูกแก้ไข และข้อมูลไม่ออกจากเครื่องนี้',
    button: 'วิเคราะห์สมุดงานนี้',
    sample: 'ลองกับตัวอย่าง',
  },
  working: {
    reading: 'กำลังอ่านสมุดงาน',
    assessing: 'กำลังวิเคราะห์คะแนน',
    collecting: 'กำลังอ่านไฟล์ของหน่วยงาน',
    writing: 'กำลังเขียนลงสมุดงาน',
    merging: 'กำลังรวมไฟล์เข้ากับสมุดงานนี้',
    undoing: 'กำลังคืนค่าเดิม',
  },
  filesRead: (done, total) => `อ่านแล้ว ${done} จาก ${total} ไฟล์`,
  cancel: 'ยกเลิก',
  sampleFailed: 'เปิดสมุดงานตัวอย่างไม่ได้ โปรดลองอีกครั้ง สมุดงานนี้ไม่เปลี่ยนแปลง',
  notLoaded: 'โหลดแผงงานไม่ครบ โปรดตรวจการเชื่อมต่อ แล้วเปิดแผงงานใหม่ ข้อมูลในสมุดงานไม่เปลี่ยนแปลง',
  notConnected: 'Excel ยังไม่ตอบ อาจกำลังเปิดสมุดงานอยู่',
  reload: 'เปิดแผงงานใหม่',
};
