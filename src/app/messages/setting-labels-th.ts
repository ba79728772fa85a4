import type { SettingKey } from '../../core/settings/settings';

/** What each setting is called; apart from the sheet's other words, because the pane's first screen loads it. */
export const settingLabelsTh: Readonly<Record<SettingKey, string>> = {
  agency: 'ชื่อหน่วยงาน',
  year: 'ปีงบประมาณที่วิเคราะห์',
  digits: 'ตัวเลขในแผ่นงานของระบบ',
  policy: 'วิธีจัดกลุ่ม',
  urgentBelow: 'ตามเกณฑ์คะแนน: เร่งด่วน เมื่อต่ำกว่า',
  improveBelow: 'ตามเกณฑ์คะแนน: พัฒนา เมื่อต่ำกว่า',
  lowestMaintainFrom: 'ตามคะแนนต่ำสุด: รักษามาตรฐาน ตั้งแต่',
  itemUrgentUpTo: 'ตามรายข้อ: ข้อ OIT เร่งด่วน เมื่อได้ไม่เกิน',
  itemImproveBelow: 'ตามรายข้อ: ข้อ IIT และ EIT พัฒนา เมื่อต่ำกว่า',
  target: 'คะแนนรวมที่ต้องถึง (เป้าหมาย)',
  reading: 'เงื่อนไขของระดับ คิดจาก',
  layout: 'แบบของเอกสารมาตรการ',
};
