import type { ReportTexts } from '../../core/report/report-texts';
import { settingsTextsTh } from './settings-texts-th';
import { messagesTh } from './th';

/** Words of the sheets that we write. They are official documents of Thai agencies, so there is no other language. */
export const reportTextsTh: ReportTexts = {
  analysisSheet: 'ผลวิเคราะห์ ITA',
  measuresSheet: 'มาตรการ',
  freeSheetName: (title, counter) =>
    counter === 2 ? `${title} (ของระบบ)` : `${title} (ของระบบ ${counter - 1})`,
  title: (agency) => (agency === null ? 'ผลการวิเคราะห์ ITA' : `ผลการวิเคราะห์ ITA · ${agency}`),
  subtitle: (fiscalYear) => `ปีงบประมาณ พ.ศ. ${fiscalYear} · `,
  policy: {
    threshold: 'จัดกลุ่มตามเกณฑ์คะแนน: ต่ำกว่า {urgentBelow} เร่งด่วน · ต่ำกว่า {improveBelow} พัฒนา · นอกนั้นรักษามาตรฐาน',
    lowest:
      'จัดกลุ่มตามคะแนนต่ำสุด: ต่ำที่สุดในภาพรวม เร่งด่วน · ต่ำที่สุดของแต่ละเครื่องมือ พัฒนา · นอกนั้น และตั้งแต่ {lowestMaintainFrom} ขึ้นไป รักษามาตรฐาน',
    item: 'จัดกลุ่มตามรายข้อ: ข้อ OIT ที่ได้ไม่เกิน {itemUrgentUpTo} เร่งด่วน · ข้อ IIT และ EIT ที่ต่ำกว่า {itemImproveBelow} พัฒนา · นอกนั้นรักษามาตรฐาน โดยตัวชี้วัดเป็นไปตามข้อที่อ่อนที่สุด',
  },
  kpi: { total: 'คะแนนรวม', grade: 'ระดับ', gap: 'ห่างจากเป้าหมาย', change: 'เทียบกับปีก่อน' },
  noPreviousYear: 'ไม่มีข้อมูลปีก่อน',
  grade: {
    confirmed: (fiscalYear) => `ระดับตามเกณฑ์ของปี ${fiscalYear}`,
    settled: 'ระดับตามการตีความเงื่อนไขที่กำหนดไว้ในแผ่นงานตั้งค่า',
    settledButMissing: 'ระดับนี้ยังไม่แน่นอน: คะแนนที่เงื่อนไขใช้ยังไม่ครบ ดูตาราง «เงื่อนไขของระดับ»',
    sameUnderAllReadings: 'ระดับนี้แน่นอน: ทุกการตีความเงื่อนไขของปีนี้ให้ระดับเดียวกัน',
    differsByReading: 'ระดับนี้ยังไม่แน่นอน: การตีความเงื่อนไขให้ระดับต่างกัน ดูตาราง «เงื่อนไขของระดับ»',
    rulesUnsettled: (fiscalYear) =>
      `ระดับนี้ยังไม่แน่นอน: ยังไม่พบเกณฑ์ระดับของปี ${fiscalYear} ที่ยืนยันได้ จึงใช้เกณฑ์ปีก่อนหน้า`,
    noTotal: 'ยังให้ระดับไม่ได้: คะแนนของเครื่องมือยังไม่ครบทั้งสาม',
  },
  charts: {
    heading: 'แผนภูมิ',
    indicators: {
      title: (fiscalYear) => `คะแนนรายตัวชี้วัด ปีงบประมาณ พ.ศ. ${fiscalYear}`,
      altText: (fiscalYear) =>
        `แผนภูมิแท่ง คะแนนของแต่ละตัวชี้วัด ปีงบประมาณ พ.ศ. ${fiscalYear} เทียบกับเป้าหมายและเกณฑ์การจัดกลุ่ม`,
      series: (fiscalYear) => `คะแนนปี ${fiscalYear}`,
    },
    radar: {
      title: (fiscalYear, earlier) =>
        earlier === null ? `ภาพรวมตัวชี้วัด ปี ${fiscalYear}` : `ตัวชี้วัดปี ${fiscalYear} เทียบกับปี ${earlier}`,
      altText: (fiscalYear, earlier) =>
        `แผนภูมิเรดาร์ คะแนนของแต่ละตัวชี้วัด ปี ${fiscalYear}${earlier === null ? '' : ` เทียบกับปี ${earlier}`}`,
    },
    years: {
      title: 'คะแนนรวมรายปี',
      altText: 'แผนภูมิเส้น คะแนนรวมของแต่ละปีงบประมาณ เทียบกับเป้าหมาย',
      series: 'คะแนนรวม',
    },
    target: 'เป้าหมาย',
    improve: 'ต่ำกว่าเส้นนี้ต้องพัฒนา',
    urgent: 'ต่ำกว่าเส้นนี้เร่งด่วน',
  },
  chartData: {
    heading: 'ข้อมูลของแผนภูมิ',
    indicator: 'ตัวชี้วัด',
    year: 'ปีงบประมาณ',
    scoresOf: (fiscalYear) => `ปี ${fiscalYear}`,
    total: 'คะแนนรวม',
    target: 'เป้าหมาย',
    improve: 'พัฒนา',
    urgent: 'เร่งด่วน',
  },
  limits: { heading: 'วิธีจัดกลุ่มและเกณฑ์ที่ใช้ (แก้ที่แผ่นงานตั้งค่า)' },
  weighted: {
    heading: 'ตารางคะแนนถ่วงน้ำหนัก',
    columns: [
      'ประเด็นการประเมิน',
      'น้ำหนัก',
      'คะแนนเฉลี่ย',
      'คะแนนถ่วงน้ำหนัก',
      'คะแนนเฉลี่ยที่รายงาน',
      'คะแนนถ่วงน้ำหนักที่รายงาน',
    ],
    part: (part) => `ส่วนที่ ${part}`,
    total: 'รวม',
  },
  cases: {
    heading: 'เงื่อนไขของระดับ (ตัวบทยังอ่านได้หลายทาง)',
    columns: ['สิ่งที่ต้องถึงเกณฑ์', 'คะแนนต่ำสุด', 'ระดับที่ได้'],
    reading: {
      instruments: 'IIT EIT และ OIT แต่ละเครื่องมือ',
      eitParts: 'IIT, EIT ส่วนที่ 1, EIT ส่วนที่ 2 และ OIT',
      indicators: 'ตัวชี้วัดทั้งสิบ แต่ละตัวชี้วัด',
    },
    bound: { known: '', best: 'หากคะแนนที่ขาดสูงที่สุดที่เป็นไปได้', worst: 'หากคะแนนที่ขาดต่ำที่สุดที่เป็นไปได้' },
  },
  indicators: {
    heading: 'ผลรายตัวชี้วัด',
    columns: ['ที่', 'ตัวชี้วัด', 'คำนวณจาก', 'คะแนน', 'อันดับ', 'ห่างจากเป้า', 'การจัดกลุ่ม'],
    from: { items: 'รายข้อ', parts: 'ตัวชี้วัดย่อย', given: 'ที่รายงาน' },
  },
  subIndicators: {
    heading: 'ตัวชี้วัดย่อยของ OIT (แต่ละตัวมีน้ำหนักเท่ากัน)',
    columns: ['ที่', 'ตัวชี้วัดย่อย', 'คำนวณจาก', 'คะแนน'],
  },
  items: {
    byIssue: 'คะแนนรายข้อ ตามประเด็นของมาตรการ',
    bySubIndicator: 'คะแนนรายข้อ',
    columns: ['ข้อ', 'รายการ', 'เครื่องมือ', 'คะแนน', 'การจัดกลุ่ม', 'ภายในประเด็น'],
    noIssue: 'ข้อที่ไม่อยู่ในประเด็นใด',
    weakest: 'ต่ำสุดของประเด็น',
  },
  triage: { urgent: '▼ เร่งด่วน', improve: '◆ พัฒนา', maintain: '● รักษามาตรฐาน' },
  findings: {
    heading: 'ข้อสังเกต',
    columns: ['', 'สิ่งที่พบ', 'เซลล์'],
    none: 'ไม่พบสิ่งที่ขัดแย้งกัน',
    severity: { note: 'หมายเหตุ', warning: '⚠ เตือน' },
    finding: messagesTh.finding,
    issue: messagesTh.readingIssue,
  },
  inputs: {
    heading: 'คะแนนที่นำมาใช้และที่มา',
    columns: ['รหัส', 'รายการ', 'เครื่องมือ', 'คะแนน', 'มาจากเซลล์', 'หมายเหตุ'],
    weightedOf: (name) => `${name} (คะแนนถ่วงน้ำหนัก)`,
    total: 'คะแนนรวม',
    typedAsText: (text) => (text.length > 24 ? 'ต้นทางเป็นข้อความ' : `ต้นทางเป็นข้อความ «${text}»`),
    blank: 'ไม่มีคะแนน',
    notAssessed: 'ไม่ได้ประเมิน',
    unreadable: 'อ่านไม่ได้',
  },
  rules: {
    heading: 'หลักเกณฑ์ที่ใช้ซึ่งยังไม่ยืนยันครบถ้วน',
    group: {
      weights: 'น้ำหนัก',
      aggregation: 'วิธีคำนวณ',
      oitItems: 'รายการข้อ OIT',
      subIndicators: 'การจัดข้อเข้าตัวชี้วัดย่อย',
      iitEitItems: 'ข้อคำถาม IIT และ EIT',
      grades: 'เกณฑ์ระดับ',
      target: 'เป้าหมาย',
      triageLimits: 'เกณฑ์การจัดกลุ่ม',
      issueGroups: 'ประเด็นของมาตรการ',
      crosswalk: 'การเทียบข้อกับปีก่อน',
    },
    confidence: {
      confirmed: 'ยืนยันแล้ว',
      corroborated: 'มีหลายแหล่งตรงกันบางส่วน',
      singleSource: 'พบแหล่งเดียว',
      knowledge: 'ความรู้ทั่วไป ไม่มีแหล่งอ้างอิง',
      inferred: 'อนุมาน',
      unknown: 'ไม่พบข้อมูล',
    },
    line: (group, confidence, source) => `${group}: ${confidence} · ${source}`,
    allConfirmed: 'หลักเกณฑ์ของปีนี้ยืนยันแล้วทั้งหมด',
  },
  beside: { weighted: 'คะแนนถ่วงน้ำหนัก', grade: 'ระดับของหน่วยงาน', triage: 'การจัดกลุ่ม' },
  settings: settingsTextsTh,
  page: { footer: '&C&"TH Sarabun New,Regular"&14หน้า &P จาก &N' },
  measures: {
    title: 'มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
    subtitle: (agency, fiscalYear) =>
      `${agency === null ? '' : `${agency} `}จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. ${fiscalYear}`,
    hint: 'ข้อความตัวเอนเป็นร่าง โปรดปรับให้ตรงกับหน่วยงาน ช่องสีเหลืองเป็นเรื่องที่หน่วยงานต้องกำหนดเอง',
    columns: {
      plan2565: [
        'มาตรการ/แนวทาง',
        'วิธีการดำเนินการ',
        'ผู้รับผิดชอบ',
        'ระยะเวลาการดำเนินการ',
        'การติดตามและรายงานผล',
        'ที่มา',
        'รหัสแถว',
      ],
      plan2567: [
        'มาตรการ/แนวทาง',
        'ขั้นตอน/วิธีการดำเนินการ',
        'ผู้รับผิดชอบ',
        'ระยะเวลาดำเนินการ',
        'การติดตามประเมินผล',
        'ที่มา',
        'รหัสแถว',
      ],
    },
    responsible: '[ระบุหน่วยงานหรือผู้รับผิดชอบ]',
    period: '[ระบุช่วงเวลาดำเนินการ]',
    origin: (indicator, name) => `ตัวชี้วัดที่ ${indicator} ${name}`,
    key: (fiscalYear, indicator) => `ตชว-${fiscalYear}-${String(indicator).padStart(2, '0')}`,
  },
  form: {
    sheet: 'คะแนน ITA',
    title: (fiscalYear) => `คะแนนผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ${fiscalYear}`,
    unsure: (groups) => `รายการบางส่วนยังไม่พบเอกสารยืนยัน: ${groups.join(' · ')} โปรดเทียบกับผลคะแนนที่ได้รับก่อนกรอก`,
    howTo: 'พิมพ์คะแนนในช่องสีเหลือง ช่องที่ไม่ทราบคะแนนให้เว้นว่าง ไม่ต้องกรอกครบทุกส่วน ส่วนที่กรอกซ้ำกันจะใช้ตรวจสอบกันเอง',
    agency: 'หน่วยงาน',
    fiscalYear: 'ปีงบประมาณ พ.ศ.',
    columns: ['รหัส', 'รายการ', 'คะแนน'],
    summary: 'สรุปผลการประเมิน',
    total: 'คะแนนรวม',
    part: (instrument, part) => `${instrument} ส่วนที่ ${part}`,
    indicators: 'คะแนนรายตัวชี้วัด',
    indicator: (id) => `ตัวชี้วัดที่ ${id}`,
    subIndicators: 'คะแนนรายตัวชี้วัดย่อย',
    subIndicator: (id) => `ตัวชี้วัดย่อย ${id}`,
    items: (first, last, allowed) =>
      `คะแนนรายข้อ ${first}–${last}${allowed === null ? '' : ` (${allowed.join(' หรือ ')} เท่านั้น)`}`,
    notOnScale: {
      title: 'คะแนนไม่ถูกต้อง',
      text: (min, max) => `โปรดพิมพ์คะแนนเป็นตัวเลข ${min}–${max} หรือเว้นว่างไว้หากไม่ทราบคะแนน`,
    },
    notAllowed: {
      title: 'คะแนนไม่ถูกต้อง',
      text: (allowed) => `ข้อนี้ได้เพียง ${allowed.join(' หรือ ')} โปรดเลือกจากรายการ หรือเว้นว่างไว้หากไม่ทราบคะแนน`,
    },
  },
};
