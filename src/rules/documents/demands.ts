import type { MeasuresDemands } from '../../core/measures/checked-documents';
import type { ResultsDemands } from '../../core/measures/results-state';

/** What the measures document must hold, by the fiscal year of the scores that it is about. */
export const measuresDemands: readonly MeasuresDemands[] = [
  {
    from: 2562,
    demands: ['improveNamed', 'urgentNamed', 'measure', 'steps', 'responsible', 'followUp'],
    confidence: 'inferred',
    source: 'รายงานการวิเคราะห์ ITA ของเทศบาลตำบลพอกน้อย ปี 2562; ไม่พบรายการตรวจของปีนี้',
  },
  {
    from: 2563,
    demands: ['urgentNamed', 'improveNamed', 'measure', 'steps', 'responsible', 'period', 'followUp'],
    confidence: 'inferred',
    source: 'องค์ประกอบของข้อ o42 ปี 2566 ในรายงานของเทศบาลนครนครปฐม; ชื่อข้อของปี 2564–2565 เหมือนกัน',
  },
  {
    from: 2565,
    demands: ['urgentNamed', 'improveNamed', 'measure', 'steps', 'responsible', 'period', 'followUp'],
    confidence: 'confirmed',
    source:
      'องค์ประกอบของข้อ o42 ปี 2566 ในรายงานการวิเคราะห์ ITA ของเทศบาลนครนครปฐม ปี 2565 (ช่วงเวลาดำเนินการเป็นช่องของตารางเดียวกัน)',
  },
  {
    from: 2566,
    demands: ['urgentNamed', 'improveNamed', 'measure', 'steps', 'responsible', 'period', 'followUp'],
    confidence: 'inferred',
    source: 'ตามองค์ประกอบของข้อ o42 ปี 2566; ไม่พบรายการตรวจของเอกสารที่ใช้ผลปี 2566',
  },
  {
    from: 2567,
    demands: [
      'everyIssue',
      'weakItems',
      'measure',
      'steps',
      'responsible',
      'period',
      'followUp',
      'limits',
      'suggestions',
    ],
    confidence: 'singleSource',
    source: 'เอกสารมาตรการฯ ของอบต.บางสัก ปี 2567: เจ็ดประเด็นพร้อมคะแนนรายข้อ มาตรการ ข้อจำกัด และข้อเสนอแนะ',
  },
  {
    from: 2568,
    demands: ['urgentNamed', 'improveNamed', 'measure', 'steps', 'responsible', 'period', 'followUp'],
    confidence: 'inferred',
    source: 'ชื่อข้อเหมือนปี 2567 แต่ไม่พบรายการตรวจและประเด็นของปี 2568',
  },
  {
    from: 2569,
    demands: ['everyIndicator', 'measure', 'steps', 'responsible', 'period', 'followUp'],
    confidence: 'singleSource',
    source: 'ระบบของอบต.แม่ใส ปี 2569: ข้อ o25 ให้วิเคราะห์ผลทุกตัวชี้วัด; ไม่พบรายการตรวจ',
  },
];

/** What the report of results must hold, by the fiscal year of the scores that its measures answer to. */
export const resultsDemands: readonly ResultsDemands[] = [
  {
    from: 2562,
    demands: ['output'],
    asksForQrCode: false,
    confidence: 'inferred',
    source: 'ตามองค์ประกอบของข้อ o43 ปี 2566; ไม่พบรายการตรวจของปีก่อนหน้า',
  },
  {
    from: 2565,
    demands: ['output'],
    asksForQrCode: true,
    confidence: 'confirmed',
    source: 'องค์ประกอบของข้อ o43 ปี 2566 ในรายงานการวิเคราะห์ ITA ของเทศบาลนครนครปฐม ปี 2565',
  },
  {
    from: 2566,
    demands: ['output', 'outcome'],
    asksForQrCode: false,
    confidence: 'inferred',
    source: 'ตามหัวตารางรายงานผลของอบต.โคกใหญ่ ปี 2568; ไม่พบรายการตรวจของข้อ o35 ปี 2567',
  },
  {
    from: 2567,
    demands: ['output', 'outcome'],
    asksForQrCode: false,
    confidence: 'singleSource',
    source: 'รายงานผลการดำเนินการของอบต.โคกใหญ่ ปี 2568 แยกผลการดำเนินการกับผลลัพธ์',
  },
  {
    from: 2568,
    demands: ['output'],
    asksForQrCode: false,
    confidence: 'singleSource',
    source: 'ระบบของอบต.แม่ใส ปี 2569: ข้อ o26 มีห้าช่อง ช่องสุดท้ายเป็นผลการดำเนินการ',
  },
];
