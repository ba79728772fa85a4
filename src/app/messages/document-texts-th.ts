import type { DocumentTexts } from '../../core/report/documents/document-texts';
import { documentMessagesTh } from './document-messages-th';

const MONTHS = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ');

const PROMPT = '[ระบุ';

const wholeYear = (fiscalYear: number): string =>
  `ต.ค. ${fiscalYear} – ก.ย. ${fiscalYear + 1} (ตลอดปีงบประมาณ)`;

/** Words of the documents besides those of their layouts. */
export const documentTextsTh: DocumentTexts = {
  sheet: {
    measures: 'มาตรการ',
    analysis: 'วิเคราะห์ตัวชี้วัด',
    issues: 'วิเคราะห์ตามประเด็น',
    scores: 'สรุปคะแนน',
    oit: 'ผู้รับผิดชอบ OIT',
    calendar: 'ปฏิทินงาน',
    limits: 'ข้อจำกัดและข้อเสนอแนะ',
    results: 'รายงานผล',
    memo: 'บันทึกข้อความ',
    advice: 'ข้อเสนอแนะผู้ประเมิน',
  },
  print: {
    measures: 'พิมพ์ มาตรการ',
    analysis: 'พิมพ์ วิเคราะห์ตัวชี้วัด',
    issues: 'พิมพ์ วิเคราะห์ตามประเด็น',
    scores: 'พิมพ์ สรุปคะแนน',
    oit: 'พิมพ์ ผู้รับผิดชอบ OIT',
    calendar: 'พิมพ์ ปฏิทินงาน',
    limits: 'พิมพ์ ข้อจำกัด',
    results: 'พิมพ์ รายงานผล',
    memo: 'พิมพ์ บันทึกข้อความ',
    advice: 'พิมพ์ ข้อเสนอแนะผู้ประเมิน',
  },
  subtitle: (agency, fiscalYear) =>
    `${agency === null ? '' : `${agency} `}จากผลการประเมิน ITA ปีงบประมาณ พ.ศ. ${fiscalYear}`,
  forYear: (agency, fiscalYear) =>
    `${agency === null ? '' : `${agency} `}สำหรับการประเมิน ITA ปีงบประมาณ พ.ศ. ${fiscalYear}`,
  hint: {
    measures: 'ข้อความตัวเอนเป็นร่าง โปรดปรับให้ตรงกับหน่วยงาน ช่องสีเหลืองเป็นเรื่องที่หน่วยงานต้องกำหนดเอง',
    analysis: 'ข้อความตัวเอนเป็นร่าง โปรดปรับให้ตรงกับหน่วยงาน คะแนนและการจัดกลุ่มเปลี่ยนตามแผ่นงานผลวิเคราะห์',
    issues: 'ข้อความตัวเอนเป็นร่าง โปรดปรับให้ตรงกับหน่วยงาน คะแนนและการจัดกลุ่มเปลี่ยนตามแผ่นงานผลวิเคราะห์',
    scores: '',
    oit: 'ช่องสีเหลืองเป็นเรื่องที่หน่วยงานต้องกำหนดเอง องค์ประกอบที่เว้นว่างให้กรอกตามคู่มือการประเมินของปีนั้น',
    calendar: 'ข้อความตัวเอนเป็นร่าง โปรดปรับช่วงเวลาให้ตรงกับปฏิทินการประเมินของปีนั้น',
    limits: 'ข้อความตัวเอนเป็นร่าง โปรดคงไว้เฉพาะเรื่องที่ตรงกับหน่วยงาน',
    results:
      'มาตรการ ขั้นตอน ผู้รับผิดชอบ และระยะเวลามาจากแผ่นงานมาตรการ แก้ที่นั่น ช่องสีเหลืองให้กรอกผลจริง พร้อมรอบที่รายงาน ความก้าวหน้า และหลักฐาน',
    memo: 'ช่องสีเหลืองให้หน่วยงานกรอกเอง ข้อความตัวเอนเป็นร่าง ตารางผลในบันทึกมาจากแผ่นงานรายงานผล',
    advice:
      'วางข้อเสนอแนะที่ได้รับลงในตาราง ข้อละหนึ่งแถว รหัสข้ออยู่ในคอลัมน์แรกหรือนำหน้าข้อความก็ได้ เช่น I20 แล้ววิเคราะห์อีกครั้ง ข้อเสนอแนะจะไปอยู่ในเอกสารวิเคราะห์และมาตรการ',
  },
  printHint: (sheet) => `แผ่นงานนี้สร้างจาก «${sheet}» แก้ข้อความที่นั่น แล้ววิเคราะห์อีกครั้งเพื่อจัดหน้าใหม่`,
  side: {
    group: 'กลุ่ม',
    triage: 'การจัดกลุ่มตามคะแนน',
    origin: 'ที่มา',
    status: 'สถานะ',
    round: 'รอบที่รายงาน',
    progress: 'ความก้าวหน้า',
    evidence: 'หลักฐาน (ลิงก์)',
    match: 'ตรงกับ',
    key: 'รหัสแถว',
  },
  status: { draft: 'ร่าง', edited: 'แก้ไขแล้ว', accepted: 'ยืนยันแล้ว' },
  progress: ['ยังไม่เริ่ม', 'กำลังดำเนินการ', 'แล้วเสร็จ'],
  roundOf: ['รอบ 3 เดือน', 'รอบ 6 เดือน', 'รอบ 9 เดือน', 'รอบ 12 เดือน', 'รายไตรมาส'],
  oitStatus: ['ครบถ้วน', 'ไม่ครบถ้วน', 'รอดำเนินการ'],
  level: {
    urgent: 'ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน',
    improve: 'ประเด็นที่ต้องพัฒนาให้ดีขึ้น',
    maintain: 'ประเด็นที่ควรรักษามาตรฐาน',
  },
  staleGroup: 'มาตรการเดิมที่คงไว้ (ไม่เป็นจุดอ่อนตามคะแนนปัจจุบันแล้ว)',
  otherGroup: 'เรื่องที่หน่วยงานกำหนดเพิ่มเติม',
  indicator: (id, name) => `ตัวชี้วัดที่ ${id} ${name}`,
  item: (id, name) => `ข้อ ${id} ${name}`,
  issue: (id, name) => `${id}. ${name}`,
  subIndicator: (id, name) => `ตัวชี้วัดย่อยที่ ${id} ${name}`,
  key: {
    indicator: (fiscalYear, indicator) => `ตชว-${fiscalYear}-${String(indicator).padStart(2, '0')}`,
    item: (fiscalYear, id) => `ข้อ-${fiscalYear}-${id}`,
    issue: (fiscalYear, id) => `ปด-${fiscalYear}-${id}`,
    issueItem: (fiscalYear, issue, id) => `ปด-${fiscalYear}-${issue}-${id}`,
    other: (kind, id) =>
      `${{ measures: 'มตก', analysis: 'วค', issues: 'ปด', scores: 'คน', oit: 'oit', calendar: 'ปฏ', limits: 'จก', results: 'ผล', memo: 'บท', advice: 'ขส' }[kind]}-${id}`,
  },
  origin: (name, level) =>
    level === null
      ? `${name} · ไม่เป็นจุดอ่อนแล้ว`
      : `${name} · ${{ urgent: 'เร่งด่วน', improve: 'พัฒนา', maintain: 'รักษามาตรฐาน' }[level]}`,
  fromYear: (fiscalYear) => `จากผลการประเมินปี ${fiscalYear}`,
  period: {
    wholeYear,
    firstHalf: (fiscalYear) => `ต.ค. ${fiscalYear} – มี.ค. ${fiscalYear + 1}`,
    secondHalf: (fiscalYear) => `เม.ย. – ก.ย. ${fiscalYear + 1}`,
    untilOit: (fiscalYear) => `ต.ค. ${fiscalYear} – เม.ย. ${fiscalYear + 1}`,
    firstQuarter: (fiscalYear) => `ต.ค. – ธ.ค. ${fiscalYear}`,
  },
  wholePlanYear: wholeYear,
  months: MONTHS,
  monthOfYear: (month, year) => `${month} ${year}`,
  span: (from, to) => `${from} – ${to}`,
  rounds: 'รายงานผลการดำเนินงานตามมาตรการ\n- รอบ 3 เดือน\n- รอบ 6 เดือน\n- รอบ 9 เดือน\n- รอบ 12 เดือน',
  prompt: {
    begin: PROMPT,
    responsible: (usual) =>
      usual === '' ? `${PROMPT}หน่วยงานหรือผู้รับผิดชอบ]` : `${PROMPT}หน่วยงานหรือผู้รับผิดชอบ เช่น ${usual}]`,
    elements: `${PROMPT}องค์ประกอบตามคู่มือ]`,
  },
  fix: { urgent: 'ควรปรับปรุง', improve: 'ควรปรับปรุง', maintain: 'รักษาระดับ' },
  scores: {
    combined: (instrument) => `คะแนนรวม ${instrument}`,
    part: (instrument, part) => `${instrument} ส่วนที่ ${part}`,
    total: 'คะแนนรวม',
    result: 'คะแนนรวมและระดับผลการประเมิน',
    grade: 'ระดับผลการประเมิน',
  },
  memo: {
    parts: ({ agency, scoredYear, planYear, measures }) => {
      const own = agency ?? 'หน่วยงาน';
      return [
        {
          id: 'from',
          name: 'ส่วนราชการ',
          text: `${PROMPT}สำนัก กอง หรือฝ่าย] ${agency ?? ''}`.trim(),
          place: 'head',
        },
        { id: 'number', name: 'ที่', text: `${PROMPT}เลขที่หนังสือ]`, place: 'head' },
        { id: 'date', name: 'วันที่', text: `${PROMPT}วันที่]`, place: 'head' },
        {
          id: 'subject',
          name: 'เรื่อง',
          text: `รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ${planYear}`,
          place: 'head',
        },
        { id: 'to', name: 'เรียน', text: `${PROMPT}ตำแหน่งผู้บริหาร]`, place: 'head' },
        {
          id: 'background',
          name: 'เรื่องเดิม',
          text: `${own}ได้รับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. ${scoredYear} จึงได้วิเคราะห์ผลและกำหนดมาตรการสำหรับจุดอ่อนและประเด็นที่ต้องพัฒนา พร้อมมอบหมายผู้รับผิดชอบแล้ว`,
          place: 'above',
        },
        {
          id: 'facts',
          name: 'ข้อเท็จจริง',
          text: `ในปีงบประมาณ พ.ศ. ${planYear} ผู้รับผิดชอบได้ดำเนินการตามมาตรการ ${measures} มาตรการ ผลการดำเนินการเป็นดังนี้`,
          place: 'above',
        },
        {
          id: 'closing',
          name: 'ข้อเสนอ',
          text: 'เห็นควรกำชับผู้รับผิดชอบให้ดำเนินการตามมาตรการอย่างต่อเนื่อง และเผยแพร่รายงานนี้บนเว็บไซต์ของหน่วยงาน จึงเรียนมาเพื่อโปรดพิจารณา',
          place: 'below',
        },
        { id: 'reporter', name: 'ผู้รายงาน', text: `${PROMPT}ชื่อและตำแหน่ง]`, place: 'signed' },
        {
          id: 'opinion1',
          name: 'ความเห็นของรองปลัดหรือผู้บังคับบัญชาชั้นต้น',
          text: `${PROMPT}ชื่อและตำแหน่ง]`,
          place: 'signed',
        },
        {
          id: 'opinion2',
          name: 'ความเห็นของปลัดหรือหัวหน้าหน่วยงาน',
          text: `${PROMPT}ชื่อและตำแหน่ง]`,
          place: 'signed',
        },
        { id: 'opinion3', name: 'คำสั่งของผู้บริหารสูงสุด', text: `${PROMPT}ชื่อและตำแหน่ง]`, place: 'signed' },
      ];
    },
    signature: 'ลงชื่อ ...........................................................',
  },
  advice: {
    unknown: 'ยังไม่ทราบข้อ โปรดใส่รหัสข้อ เช่น I20 ไว้หน้าข้อความ',
    printed: (subject) =>
      `ข้อเสนอแนะของผู้ประเมิน ${subject.kind === 'indicator' ? `ตัวชี้วัดที่ ${subject.indicator}` : `ข้อ ${subject.id}`}: `,
    origin: (names) => (names.length === 0 ? '' : ` · มีข้อเสนอแนะของผู้ประเมิน: ${names.join(', ')}`),
  },
  library: {
    sheet: 'คลังมาตรการ',
    title: 'คลังมาตรการของหน่วยงาน',
    subtitle: (fiscalYear) => `ข้อเสนอสำหรับตัวชี้วัด ข้อ และประเด็นของปีงบประมาณ พ.ศ. ${fiscalYear}`,
    hint: 'แก้ข้อความได้ หรือเพิ่มแถวของหน่วยงานเองโดยใส่รหัส เช่น o9 และเว้นรหัสแถวว่างไว้ แถวของหน่วยงานจะถูกใช้ก่อน มีผลกับแถวมาตรการที่สร้างใหม่',
    columns: {
      code: 'รหัส',
      name: 'รายการ',
      measure: 'มาตรการ/แนวทาง',
      approach: 'แนวทางการปฏิบัติ',
      steps: 'ขั้นตอน/วิธีการ',
      responsible: 'ผู้รับผิดชอบ',
      period: 'ระยะเวลา',
      followUp: 'การกำกับติดตาม',
      key: 'รหัสแถว',
    },
    code: { indicator: (id) => `ตัวชี้วัด ${id}`, issue: (id) => `ประเด็น ${id}` },
    key: (code, fiscalYear) =>
      `คลัง-${fiscalYear === null ? '' : `${fiscalYear}-`}${code.replaceAll(' ', '')}`,
  },
  readiness: {
    sheet: 'ความพร้อมของเอกสาร',
    title: 'ความพร้อมของเอกสารมาตรการ',
    subtitle: (item, fiscalYear, next) =>
      [
        `เอกสารจากผลการประเมินปี ${fiscalYear}`,
        item === null ? '' : `ข้อที่เกี่ยวข้องของปี ${fiscalYear}: ${item}`,
        next === null ? '' : `ใช้ตอบข้อ ${next.item} ของการประเมินปี ${next.fiscalYear}`,
      ]
        .filter((text) => text !== '')
        .join(' · '),
    unsure: (confidence, source) => `ข้อกำหนดที่ใช้ตรวจ: ${confidence} · ${source}`,
    ready: '✔ พร้อมเผยแพร่',
    notReady: '✘ ยังไม่พร้อม',
    columns: ['ข้อกำหนด', 'ต้องมี', 'ยังขาด', 'สถานะ'],
    demand: documentMessagesTh.demand,
    done: 'มีแล้ว',
    missing: 'ขาด',
    notAsked: '–',
    matrix: { heading: 'ตรวจรายแถวของตารางมาตรการ', row: 'ที่มาของมาตรการ' },
    gaps: 'สิ่งที่ยังขาด (ณ เวลาที่วิเคราะห์)',
    gapColumns: ['รายการ', 'ไปที่เซลล์'],
    noGaps: 'ไม่มี',
    gap: documentMessagesTh.gap,
    remarks: 'สิ่งที่ควรตรวจก่อนเผยแพร่',
    noRemarks: 'ไม่พบ',
    remark: documentMessagesTh.remark,
  },
  resultsReadiness: {
    sheet: 'ความพร้อมของรายงานผล',
    title: 'ความพร้อมของรายงานผล',
    subtitle: (item, fiscalYear) =>
      `รายงานผลการดำเนินการตามมาตรการ${item === null ? '' : ` สำหรับข้อ ${item}`} ของการประเมินปี ${fiscalYear}`,
    demand: {
      output: 'ทุกมาตรการมีผลการดำเนินการ',
      outcome: 'ทุกมาตรการมีผลลัพธ์หรือผลสัมฤทธิ์',
      evidence: 'ทุกมาตรการมีหลักฐาน (แนะนำ)',
    },
    matrix: 'ตรวจรายแถวของรายงานผล',
    measure: 'มาตรการ',
    role: { output: 'ผลการดำเนินการ', outcome: 'ผลลัพธ์', evidence: 'หลักฐาน' },
    gap: documentMessagesTh.resultGap,
    progress: {
      heading: 'ความก้าวหน้ารายหน่วยงาน',
      unit: 'ผู้รับผิดชอบ',
      measures: 'มาตรการ',
      nobody: 'ยังไม่ระบุผู้รับผิดชอบ',
      all: 'รวม',
    },
    qrCode: documentMessagesTh.qrCode,
  },
  conflicts: {
    sheet: 'ข้อความที่ขัดกัน',
    title: 'ข้อความที่ขัดกัน',
    subtitle: 'ช่องต่อไปนี้มีผู้กรอกไว้ต่างกัน ระบบไม่เลือกให้และยังไม่ได้แก้ช่องนั้น โปรดตกลงกันแล้วแก้ข้อความในตาราง',
    columns: ['เอกสาร', 'แถว', 'คอลัมน์', 'ไปที่เซลล์'],
    text: (number) => `ข้อความที่ ${number}`,
    main: 'ฉบับหลัก',
    from: (files) => `— ${files.join(', ')}`,
    none: 'ไม่มีข้อความที่ขัดกัน',
  },
};
