import { areaProblemTh } from './area-problems-th';
import { collectMessagesTh } from './collect-messages-th';
import { documentMessagesTh } from './document-messages-th';
import type { Assessment, Finding } from '../../core/assess/assessment';
import { a1, cellName, type CellRef } from '../../core/cell-address';
import { isRemark, subjectKey, type ReadFigure } from '../../core/read/reading';
import type { RuleSet } from '../../core/rule-set';
import { assertNever } from '../../core/result';
import { formatDecimal } from '../../core/text/numbers';
import { manyMessagesTh } from './many-messages-th';
import { mergeMessagesTh } from './merge-messages-th';
import type { Messages } from './messages';
import { ignoredSettingTh } from './setting-sentences';
import { outlookTh } from './outlook-th';

const score = (value: number | null): string => (value === null ? '–' : formatDecimal(value));

/** What a subject key of the findings is called in a sentence. */
const subjectName = (key: string, ruleSet: RuleSet): string => {
  if (key === 'total') return 'คะแนนรวม';
  const indicator = ruleSet.indicators.find(({ id }) => String(id) === key);
  if (indicator !== undefined) return `ตัวชี้วัดที่ ${key} ${indicator.name}`;
  const subIndicator = ruleSet.subIndicators.find(({ id }) => id === key);
  if (subIndicator !== undefined) return `ตัวชี้วัดย่อยที่ ${key} ${subIndicator.name}`;
  const [instrument = '', part] = key.split('.');
  if (part !== undefined) return `${instrument} ส่วนที่ ${part}`;
  return ruleSet.items.some(({ id }) => id === key) ? `ข้อ ${key}` : key;
};

const figureName = (figure: string | undefined): string =>
  figure === 'weighted' ? 'คะแนนถ่วงน้ำหนัก' : 'คะแนน';

const gradeName = (code: string, ruleSet: RuleSet): string =>
  ruleSet.gradeScale.grades.find((grade) => grade.code === code)?.label ?? code;

const finding = ({ code, params, cells }: Finding, ruleSet: RuleSet): string => {
  const word = (name: string): string => params[name] ?? '';
  const subject = subjectName(word('subject'), ruleSet);
  const what = `${figureName(params['figure'])} ${subject}`;
  const where = cells.map(cellName).join(', ');
  switch (code) {
    case 'truncated':
      return `${what} ในสมุดงานเป็น ${word('printed')} แต่คำนวณได้ ${word('exact')} ซึ่งปัดเป็น ${word('ours')} น่าจะเป็นการตัดทศนิยมทิ้งแทนการปัด`;
    case 'roundedElsewhere':
      return `${what} ในสมุดงานเป็น ${word('printed')} แต่คำนวณได้ ${word('exact')} ซึ่งปัดเป็น ${word('ours')} ต่างกันไม่เกิน 0.01 น่าจะเกิดจากการปัดเศษคนละขั้น`;
    case 'differs':
      return params['figure'] === 'parts'
        ? `คะแนน ${subject} จากค่าเฉลี่ยของแต่ละส่วนได้ ${word('printed')} แต่จากค่าเฉลี่ยของตัวชี้วัดได้ ${word('ours')} โปรดตรวจว่าตัวเลขใดพิมพ์ผิด`
        : `${what} ในสมุดงานเป็น ${word('printed')} แต่คำนวณจากคะแนนย่อยได้ ${word('ours')} โปรดตรวจตัวเลขที่ ${where} และคะแนนย่อย`;
    case 'conflict':
      return `${subject} มีคะแนนสองค่าในสมุดงาน คือ ${word('used')} และ ${word('other')} (${where}) ระบบใช้ ${word('used')} โปรดแก้ค่าที่ผิด`;
    case 'gradeDiffers':
      return `ระดับในสมุดงานเป็น ${gradeName(word('printed'), ruleSet)} แต่คะแนนและเกณฑ์ของปีให้ระดับ ${gradeName(word('ours'), ruleSet)} โปรดตรวจที่ ${where}`;
    case 'rankDiffers':
      return `อันดับของ ${subject} ในสมุดงานเป็น ${word('printed')} แต่เรียงตามคะแนนได้อันดับ ${word('ours')}`;
    case 'itemsMissing':
      return `${word('instrument')} ไม่มีคะแนนข้อ ${word('items')} จึงคำนวณส่วนที่เกี่ยวข้องจากรายข้อไม่ได้ และใช้คะแนนที่ให้มาแทนถ้ามี`;
    case 'scoreNotAllowed':
      return `${subject} ได้ ${word('printed')} แต่ข้อนี้ให้คะแนนได้เพียง ${word('allowed')} โปรดตรวจที่ ${where}`;
    case 'claimDiffers':
      return `ข้อความที่ ${where} ระบุ${subject === 'คะแนนรวม' ? '' : 'คะแนน '}${subject} เป็น ${word('printed')} แต่ตารางคะแนนได้ ${word('ours')} โปรดแก้ข้อความหรือตรวจตาราง`;
    case 'claimBeyondTotal':
      return word('which') === 'highest'
        ? `ข้อความที่ ${where} ว่า ${subject} ได้คะแนนสูงสุด (${word('printed')}) แต่คะแนนรวมสูงกว่านั้น (${word('total')}) ซึ่งเป็นไปไม่ได้ อาจคัดลอกมาจากรายงานอื่น โปรดตรวจตัวเลขทั้งสอง`
        : `ข้อความที่ ${where} ว่า ${subject} ได้คะแนนต่ำสุด (${word('printed')}) แต่คะแนนรวมต่ำกว่านั้น (${word('total')}) ซึ่งเป็นไปไม่ได้ อาจคัดลอกมาจากรายงานอื่น โปรดตรวจตัวเลขทั้งสอง`;
    case 'claimNotExtreme':
      return `ข้อความที่ ${where} ว่า ${subject} ได้คะแนน${word('which') === 'highest' ? 'สูงสุด' : 'ต่ำสุด'} (${word('printed')}) แต่ ${subjectName(word('other'), ruleSet)} ได้ ${word('otherScore')} โปรดแก้ชื่อตัวชี้วัดหรือตัวเลข`;
    case 'claimNotAbove':
      return `ข้อความที่ ${where} ว่าตัวชี้วัดเหล่านี้ได้คะแนนมากกว่า ${word('limit')} แต่ตัวชี้วัดที่ ${word('indicators')} ไม่ถึง โปรดแก้รายการหรือตัวเลข`;
    case 'claimCount':
      return `ข้อความที่ ${where} ว่ามี ${word('count')} ตัวชี้วัด แต่ระบุชื่อไว้ ${word('listed')} ตัวชี้วัด โปรดแก้จำนวนหรือรายการ`;
    case 'otherAgency':
      return `มีชื่อหน่วยงานอื่น «${word('other')}» ที่ ${where} ทั้งที่เอกสารเป็นของ ${word('agency')} อาจคัดลอกมาจากรายงานของหน่วยงานอื่น โปรดแก้ชื่อและตรวจตัวเลขในข้อความนั้น`;
    case 'pastYear':
      return `ข้อความที่ ${where} เรียกปี ${word('year')} ว่าปีที่ผ่านมา แต่เอกสารเป็นของปี ${word('year')} เอง น่าจะหมายถึงปี ${word('before')} โปรดตรวจ`;
    case 'dateOutsideYear':
      return `วันที่ ${word('dates')} (${where}) อยู่นอกปีงบประมาณ ${word('year')} (ตุลาคม ${Number(word('year')) - 1} – กันยายน ${word('year')}) โปรดตรวจปี`;
    case 'rowsRepeated':
      return `แถว ${word('second')} มีข้อความซ้ำหรือเกือบซ้ำกับแถว ${word('first')} (${where}) อาจคัดลอกแล้วยังไม่ได้แก้ โปรดแก้หรือลบแถวที่ซ้ำ`;
    case 'numberingJumps':
      return `เลขลำดับที่ ${where} ไม่เรียงกัน (${word('list')}) โปรดตรวจเลข ${word('found')}`;
    case 'yearContradiction':
      return `สมุดงานระบุปี ${word('stated')} (${where}) แต่ผู้ใช้กำหนดปี ${word('used')} ระบบใช้หลักเกณฑ์ปี ${word('used')}`;
    case 'settingIgnored':
      return ignoredSettingTh(params, where);
    case 'itemsNeeded':
      return `จัดกลุ่มตามรายข้อให้ตัวชี้วัดที่ ${word('indicators')} ไม่ได้ เพราะสมุดงานไม่มีคะแนนรายข้อของตัวชี้วัดนั้น`;
    default:
      return assertNever(code);
  }
};

const groupLine = (
  assessment: Assessment,
  level: 'urgent' | 'improve' | 'maintain',
  name: string,
): string => {
  const ids = assessment.indicators.filter(({ triage }) => triage === level).map(({ id }) => id);
  return `${name} ${ids.length === 0 ? '–' : `ตัวชี้วัดที่ ${ids.join(', ')}`}`;
};

const findingLines = (findings: readonly Finding[], ruleSet: RuleSet): readonly string[] =>
  findings.map((entry) => `${entry.severity === 'warning' ? 'เตือน' : 'หมายเหตุ'}: ${finding(entry, ruleSet)}`);

const summary = (assessment: Assessment): readonly string[] => {
  const { agency, fiscalYear, ruleSet, total, grade, instruments, findings, readingIssues } = assessment;
  const level = grade === null ? '–' : gradeName(grade.code, ruleSet);
  const doubt = grade === null || grade.certain ? '' : ' (ยังไม่แน่นอน ดูเงื่อนไขของระดับในแผ่นงาน)';
  return [
    `${agency ?? 'ไม่พบชื่อหน่วยงาน'} · ปีงบประมาณ ${fiscalYear}`,
    `คะแนนรวม ${score(total.score)} · ระดับ ${level}${doubt}`,
    instruments.map((entry) => `${entry.id} ${score(entry.score)} → ${score(entry.weighted)}`).join(' · '),
    groupLine(assessment, 'urgent', 'เร่งด่วน:'),
    groupLine(assessment, 'improve', 'พัฒนา:'),
    groupLine(assessment, 'maintain', 'รักษามาตรฐาน:'),
    ...findingLines(findings, ruleSet),
    ...readingIssues.map(
      (issue) => `${isRemark(issue) ? 'หมายเหตุ' : 'อ่านไม่ได้'}: ${messagesTh.readingIssue(issue)}`,
    ),
  ];
};

const figureRead = ({ subject, figure, status, why }: ReadFigure): { what: string; why: string } => {
  const kind = figure === 'score' ? '' : figure === 'weighted' ? ' (ถ่วงน้ำหนัก)' : ' (อันดับ)';
  const name =
    subject.kind === 'indicator'
      ? `ตัวชี้วัด ${subjectKey(subject)}`
      : subject.kind === 'total'
        ? 'คะแนนรวม'
        : subjectKey(subject);
  const label = `«${why.label}» (${a1(why.cell)})`;
  const reasons: Readonly<Record<ReadFigure['why']['by'], string>> = {
    code: `รหัส ${label}`,
    codeInContext: `รหัส ${label} ตามเครื่องมือและลำดับของตาราง`,
    name: `ชื่อ ${label}`,
    similarName: `ชื่อใกล้เคียง ${label}`,
    number: `ลำดับตัวชี้วัด ${label}`,
    instrument: `เครื่องมือ ${label}`,
    total: `คะแนนรวม ${label}`,
    group: `ช่องคะแนนรวมของกลุ่ม ${why.label}`,
    stated: `ข้อความ ${label}`,
  };
  const doubt: Readonly<Record<ReadFigure['status'], string>> = {
    scored: '',
    missing: ' · ยังไม่มีคะแนน',
    notAssessed: ' · ไม่ได้ประเมิน',
    unreadable: ' · อ่านไม่ได้',
  };
  const header = why.header === '' ? '' : ` คอลัมน์ «${why.header}»`;
  return { what: `${name}${kind}`, why: `${reasons[why.by]}${header}${doubt[status]}` };
};

const choices = (candidates: readonly string[]): string => candidates.join(', ');

/** What the program says in Thai. */
export const messagesTh: Messages = {
  finding,
  summary,
  findingLines,
  outlook: outlookTh({ subject: subjectName, grade: gradeName }),
  readingOf: ({ agency, agencyCell, fiscalYear, yearCell }) =>
    `${agency ?? 'ไม่พบชื่อหน่วยงาน'}${agencyCell === null ? '' : ` (${cellName(agencyCell)})`} · ปีงบประมาณ ${fiscalYear}${yearCell === null ? '' : ` (${cellName(yearCell)})`}`,
  explainHeads: ['รายการ', 'คะแนน', 'เซลล์', 'เหตุที่อ่านเช่นนั้น'],
  figureRead,
  readingIssue: ({ code, params }) => {
    const cell = params['cell'] ?? '';
    const text = params['text'] ?? '';
    switch (code) {
      case 'unreadableScore':
        return `เซลล์ ${cell} มีข้อความ «${text}» ซึ่งอ่านเป็นคะแนนไม่ได้ โปรดพิมพ์เป็นตัวเลข 0–100`;
      case 'errorInCell':
        return `เซลล์ ${cell} แสดงข้อผิดพลาด ${text} โปรดแก้สูตรในเซลล์นั้น`;
      case 'outOfRange':
        return `เซลล์ ${cell} มีค่า ${text} ซึ่งอยู่นอกช่วงคะแนน 0–100 โปรดตรวจและแก้ตัวเลข`;
      case 'scoreIsDate':
        return `เซลล์ ${cell} ถูกเปลี่ยนเป็นวันที่ (${text}) จึงไม่ใช่คะแนน โปรดตั้งรูปแบบเซลล์เป็นตัวเลขแล้วพิมพ์คะแนนใหม่`;
      case 'hiddenSheet':
        return `แผ่นงาน «${text}» ซ่อนอยู่ และคะแนนในแผ่นงานนั้น (${cell} เป็นต้น) ถูกนำมาคิดด้วย หากไม่ใช่คะแนนที่ต้องการ โปรดลบหรือย้ายออก`;
      case 'hiddenRows':
        return `แถว ${text} ถูกซ่อนหรือกรองไว้ (${cell} เป็นต้น) และคะแนนในแถวเหล่านั้นถูกนำมาคิดด้วย โปรดตรวจว่าต้องการเช่นนั้น`;
      case 'otherTable':
        return `พบคะแนนอีกชุดหนึ่งที่ ${text} (${cell} เป็นต้น) ซึ่งต่างจากชุดที่ใช้ จึงไม่ได้นำมาคิด หากต้องการใช้ชุดนั้น โปรดเลือกตารางนั้น`;
      case 'fractions':
        return `ตารางที่เริ่มที่เซลล์ ${cell} พิมพ์คะแนนเป็นสัดส่วนของ 1 จึงอ่านเป็นคะแนนเต็ม 100 (เช่น 0.9456 เป็น 94.56) โปรดตรวจว่าถูกต้อง`;
      case 'foreignItem':
        return `เซลล์ ${cell} ระบุข้อ ${text} ซึ่งไม่มีในหลักเกณฑ์ของปีนี้ จึงไม่ได้นำมาคิด โปรดตรวจรหัสข้อหรือปีงบประมาณ`;
      default:
        return assertNever(code);
    }
  },
  readingRefusal: ({ code, params, candidates }) => {
    switch (code) {
      case 'sheetNotFound':
        return `ไม่พบแผ่นงานชื่อ «${params['sheet'] ?? ''}» ในสมุดงาน แผ่นงานที่อ่านได้: ${choices(candidates)}`;
      case 'noScores':
        return params['blank'] !== undefined
          ? `ตารางที่ ${params['blank']} ยังไม่มีคะแนน โปรดพิมพ์คะแนนเป็นตัวเลขในช่องคะแนน บันทึก แล้วลองอีกครั้ง`
          : `ไม่พบตารางคะแนน ITA ในแผ่นงาน ${params['sheets'] ?? ''} ตารางต้องมีหัวตาราง เช่น «ตัวชี้วัด» และ «คะแนน» อยู่ในแถวเดียวกัน`;
      case 'areaUnread':
        return areaProblemTh(params);
      case 'yearUnknown':
        return 'ไม่พบปีงบประมาณในสมุดงาน โปรดพิมพ์หัวเรื่อง เช่น «ปีงบประมาณ พ.ศ. 2567» เหนือตาราง หรือระบุ --year';
      case 'yearNotFound':
        return `สมุดงานไม่มีคะแนนของปี ${params['year'] ?? ''} มีเฉพาะปี ${choices(candidates)}`;
      case 'yearUnsupported': {
        const cell = params['cell'] ?? '';
        return `ยังไม่มีหลักเกณฑ์ของปีงบประมาณ ${params['year'] ?? ''}${cell === '' ? '' : ` (${cell})`} ปีที่วิเคราะห์ได้คือ ${choices(candidates)}`;
      }
      case 'yearHistory': {
        const cell = params['cell'] ?? '';
        return `ปีงบประมาณ ${params['year'] ?? ''}${cell === '' ? '' : ` (${cell})`} ใช้หลักเกณฑ์แบบเดิม ใช้เป็นคะแนนย้อนหลังได้ แต่วิเคราะห์ไม่ได้ ปีที่วิเคราะห์ได้คือ ${choices(candidates)}`;
      }
      case 'agencyNotFound':
        return `ไม่พบหน่วยงาน «${params['agency'] ?? ''}» ในสมุดงาน หน่วยงานที่พบ: ${choices(candidates)}`;
      case 'severalAgencies':
        return `สมุดงานมีคะแนนของหลายหน่วยงาน โปรดวิเคราะห์ทุกหน่วยงานด้วย --every-agency หรือเลือกหนึ่งหน่วยงานด้วย --agency: ${choices(candidates)}`;
      case 'severalTables':
        return `พบคะแนนหลายชุดของปี ${params['year'] ?? ''} ที่ไม่ตรงกัน โปรดเลือกชุดที่ถูกต้องด้วย --sheet: ${choices(candidates)}`;
      case 'otherFramework':
        return `หัวเรื่อง «${params['text'] ?? ''}» (${params['cell'] ?? ''}) แสดงว่าเป็นการประเมินตามกรอบอื่น เช่น ของสถานศึกษาหรือ MOIT ซึ่งใช้ข้อคำถามและเกณฑ์ต่างกัน จึงไม่ได้อ่านคะแนน`;
      default:
        return assertNever(code);
    }
  },
  workbookRefusal: ({ code, cell, part, sheet, detail, cells }) => {
    switch (code) {
      case 'emptyFile':
        return 'ไฟล์นี้ว่างเปล่า โปรดคัดลอกหรือดาวน์โหลดไฟล์ใหม่อีกครั้ง';
      case 'notZip':
        return 'ไฟล์นี้ไม่ได้อยู่ในรูปแบบ .xlsx แม้ชื่อไฟล์จะลงท้ายเช่นนั้น หากเป็น CSV ข้อความ หรือหน้าเว็บ โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx';
      case 'notWorkbook':
        return 'ไฟล์นี้ไม่ใช่สมุดงาน Excel แม้ชื่อไฟล์จะลงท้ายเช่นนั้น โปรดเลือกไฟล์ .xlsx ที่มีคะแนน';
      case 'encrypted':
        return 'ไฟล์นี้ใส่รหัสผ่านไว้ โปรดเปิดด้วย Excel เอารหัสผ่านออก (ไฟล์ › ข้อมูล › ป้องกันสมุดงาน) แล้วบันทึกใหม่';
      case 'oldXls':
        return 'ไฟล์นี้เป็นรูปแบบ .xls เดิม โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx';
      case 'ods':
        return 'ไฟล์นี้เป็นตารางคำนวณ OpenDocument (.ods) โปรดเปิดด้วย LibreOffice หรือ Excel แล้วบันทึกเป็น .xlsx';
      case 'xlsb':
        return 'ไฟล์นี้เป็นสมุดงานแบบไบนารี (.xlsb) โปรดเปิดด้วย Excel แล้วบันทึกเป็น .xlsx';
      case 'unsupportedZip':
        return 'ไฟล์นี้บีบอัดด้วยวิธีที่ยังไม่รองรับ โปรดเปิดด้วย Excel แล้วบันทึกใหม่';
      case 'damaged':
        return `ไฟล์นี้เสียหาย${at(sheet, cell)}${inPart(part)} โปรดคัดลอกหรือดาวน์โหลดใหม่ หรือเปิดด้วย Excel ให้ซ่อมแซมแล้วบันทึกใหม่`;
      case 'unsafe':
        return `ไฟล์นี้มีส่วนที่อาจเป็นอันตราย${at(sheet, cell)}${inPart(part)} จึงไม่เปิด โปรดขอไฟล์ใหม่ที่บันทึกด้วย Excel จากผู้ส่ง`;
      case 'tooLarge':
        return `ไฟล์นี้มีขนาดใหญ่เกินไปเมื่อคลายการบีบอัด${at(sheet, cell)}${inPart(part)} โปรดคัดลอกเฉพาะแผ่นงานคะแนนไปยังสมุดงานใหม่ แล้วใช้ไฟล์นั้น`;
      case 'sheetTooLarge':
        return `มีแผ่นงานที่เกินขีดจำกัดของ Excel${at(sheet, cell)}${inPart(part)} คือ 1,048,576 แถว 16,384 คอลัมน์ หรือ 32,767 อักษรต่อเซลล์ โปรดลบส่วนที่เกินแล้วบันทึกใหม่`;
      case 'protectedSheet':
        return `แผ่นงาน «${sheet ?? ''}» ถูกป้องกันอยู่${cell === undefined ? '' : ` จึงเขียนเซลล์ ${cell} ไม่ได้`} โปรดยกเลิกการป้องกันที่ รีวิว › ยกเลิกการป้องกันแผ่นงาน แล้วลองอีกครั้ง`;
      case 'protectedWorkbook':
        return 'โครงสร้างสมุดงานถูกป้องกันอยู่ จึงเพิ่มแผ่นงานไม่ได้ ยกเลิกที่ รีวิว › ป้องกันสมุดงาน แล้วลองอีกครั้ง';
      case 'arrayFormula':
      case 'sharedFormula':
        return `เซลล์ ${cell ?? ''} เป็นส่วนหนึ่งของสูตรที่ใช้ร่วมกันหลายเซลล์ จึงไม่เขียนทับ โปรดย้ายสูตรนั้นแล้วลองอีกครั้ง`;
      case 'mergedCell':
        return `เซลล์ ${cell ?? ''} อยู่ในเซลล์ที่ผสานไว้ จึงไม่เขียนทับ โปรดยกเลิกการผสานแล้วลองอีกครั้ง`;
      case 'tableHeader':
        return `เซลล์ ${cell ?? ''} เป็นหัวตารางของ Excel จึงไม่เขียนทับ โปรดย้ายตารางนั้นแล้วลองอีกครั้ง`;
      case 'textTooLong':
        return `ข้อความที่จะเขียนลงเซลล์ ${cell ?? ''} ยาวเกิน 32,767 อักษร`;
      case 'sheetNameTaken':
      case 'nameTaken':
        return `สมุดงานใช้ชื่อที่ระบบต้องใช้อยู่แล้ว${part === undefined ? '' : ` (${part})`} โปรดเปลี่ยนชื่อนั้นแล้วลองอีกครั้ง`;
      case 'tableOverlap':
        return `ตารางที่จะเขียนทับกับตารางอื่น${cell === undefined ? '' : `ที่ ${cell}`} โปรดย้ายตารางนั้นแล้วลองอีกครั้ง`;
      case 'cellEditMode':
        return `กำลังพิมพ์อยู่ในเซลล์ โปรดกด Enter หรือ Esc ในเซลล์นั้นก่อน แล้วลองอีกครั้ง`;
      case 'accessDenied':
        return `Excel ไม่อนุญาตให้เขียนสมุดงานนี้ โปรดตรวจว่าสมุดงานไม่ได้เปิดแบบอ่านอย่างเดียวหรือถูกป้องกันอยู่ และโปรแกรมป้องกันไวรัสไม่ได้ปิดกั้น แล้วลองอีกครั้ง`;
      case 'payloadTooLarge':
        return `ข้อมูลที่ต้องส่งในครั้งเดียวใหญ่เกินกว่าที่ Excel รับได้ โปรดแยกแผ่นงานที่ไม่เกี่ยวข้องไปไว้ในสมุดงานอื่น แล้วลองอีกครั้ง`;
      case 'outOfMemory':
        return `หน่วยความจำของ Excel ไม่พอ โปรดปิดสมุดงานอื่น แล้วลองอีกครั้ง`;
      case 'changedMeanwhile':
        return `สมุดงานเปลี่ยนไประหว่างทำงาน เช่น มีแผ่นงานถูกลบ โปรดวิเคราะห์ใหม่อีกครั้ง`;
      case 'olderExcel':
        return `Excel รุ่นนี้ยังทำงานนี้ไม่ได้ โปรดใช้ Excel 2021 ขึ้นไป Microsoft 365 หรือ Excel บนเว็บ`;
      case 'noSelection':
        return 'โปรดเลือกเซลล์ของตารางเป็นช่วงเดียวในแผ่นงาน ไม่ใช่แผนภูมิ รูป หรือหลายช่วง แล้วลองอีกครั้ง';
      case 'unexpected':
        return `Excel ทำงานนี้ไม่สำเร็จ${detail === undefined ? '' : ` (รหัส ${detail})`} โปรดลองอีกครั้ง หากยังไม่ได้ให้ปิดแล้วเปิดสมุดงานใหม่`;
      case 'changedSinceRead':
        return `ข้อมูลในสมุดงานเปลี่ยนไปหลังจากที่อ่าน (${nameList(cells)}) จึงยังไม่ได้เขียนอะไร โปรดวิเคราะห์ใหม่อีกครั้ง`;
      case 'editedSince':
        return `มีการแก้ไขหลังจากที่เขียน (${nameList(cells)}) จึงยังไม่ได้คืนค่าเดิม เพราะข้อความที่แก้ไขจะหาย`;
      case 'filteredRows':
        return `แผ่นงาน «${sheet ?? ''}» กรองแถวอยู่ หากเขียนตอนนี้ข้อมูลอาจลงผิดแถว โปรดล้างตัวกรองที่ ข้อมูล › ล้าง แล้วลองอีกครั้ง`;
      case 'pivotTable':
        return `ที่ ${cell ?? ''} มีตาราง Pivot อยู่ จึงเขียนไม่ได้ โปรดย้ายตาราง Pivot แล้วลองอีกครั้ง`;
      case 'readOnly':
        return `สมุดงานเปิดแบบอ่านอย่างเดียว โปรดบันทึกเป็นสำเนา แล้ววิเคราะห์ในสำเนานั้น`;
      case 'halfWritten':
        return `เขียนได้เพียงบางส่วน${detail === undefined ? '' : ` (${detail})`} และคืนค่าเดิมได้ไม่ครบ ส่วนที่ยังไม่คืน: ${[sheet ?? '', nameList(cells)].filter((part) => part !== '').join(' · ')} โปรดกด «คืนค่าเดิม» อีกครั้ง`;
      default:
        return assertNever(code);
    }
  },
  documents: documentMessagesTh,
  merge: mergeMessagesTh,
  collect: collectMessagesTh,
  many: manyMessagesTh,
  besideObstacle: ({ code, sheet, cells }) => {
    switch (code) {
      case 'cellsTaken':
        return `ไม่ได้เขียนข้างตารางในช่องที่มีข้อมูลอยู่แล้ว: ${shortList(cells)} โปรดย้ายข้อมูลนั้นหรือแทรกคอลัมน์ว่างข้างตาราง แล้วลองอีกครั้ง`;
      case 'sheetProtected':
        return `ไม่ได้เขียนข้างตารางในแผ่นงาน «${sheet}» เพราะแผ่นงานถูกป้องกันอยู่ โปรดยกเลิกการป้องกันที่ รีวิว › ยกเลิกการป้องกันแผ่นงาน แล้วลองอีกครั้ง`;
      case 'sheetFull':
        return `ไม่ได้เขียนข้างตารางในแผ่นงาน «${sheet}» เพราะไม่มีคอลัมน์ว่างทางขวาเหลืออยู่ โปรดย้ายตารางไปทางซ้าย แล้วลองอีกครั้ง`;
      default:
        return assertNever(code);
    }
  },
  otherYears: (years) => `พบคะแนนปี ${years.join(', ')} ด้วย ใช้เทียบกับปีที่แสดง เลือกปีอื่นได้ด้วย --year`,
  written: (file) => `เขียนผลไว้ที่ ${file}`,
  nothingWritten: 'ไม่ได้เขียนไฟล์ใด ต้นฉบับไม่เปลี่ยนแปลง',
  usage:
    'วิธีใช้: npm run analyze -- [FILE.xlsx] [--out FILE] [--year 2565] [--agency NAME | --every-agency] [--sheet NAME] [--policy threshold|lowest|item] [--target N] [--in-place] [--documents LIST] [--what-if LIST] [--explain] [--json] [--lang th|en]\n        npm run analyze -- new --year 2568 FILE.xlsx [--json] [--lang th|en]',
  wrongUsage: (detail) => `คำสั่งไม่ถูกต้อง: ${detail}`,
  badYear: (year) => `--year ต้องเป็นปี พ.ศ. สี่หลัก เช่น 2567 ไม่ใช่ «${year}»`,
  badPolicy: (policy) => `--policy ต้องเป็น threshold, lowest หรือ item ไม่ใช่ «${policy}»`,
  badTarget: (target) => `--target ต้องเป็นคะแนนตั้งแต่ 0 ถึง 100 ไม่ใช่ «${target}»`,
  unknownOption: (option) => `ไม่รู้จักตัวเลือก ${option} หรือตัวเลือกนี้ขาดค่า`,
  badLanguage: (language) => `--lang ต้องเป็น th หรือ en ไม่ใช่ «${language}»`,
  oneFileOnly: 'ระบุไฟล์ได้ครั้งละหนึ่งไฟล์',
  outIsInput: '--out เป็นไฟล์เดียวกับต้นฉบับ ระบบไม่เขียนทับต้นฉบับ โปรดใช้ชื่ออื่น',
  outNotXlsx: (file) => `--out ต้องลงท้ายเหมือนต้นฉบับ (${file})`,
  newNeedsYear: 'โปรดระบุปีงบประมาณของแบบฟอร์ม เช่น --year 2568',
  newNeedsFile: 'โปรดระบุชื่อไฟล์ของแบบฟอร์มหนึ่งชื่อ เช่น «คะแนน ITA.xlsx»',
  newNotXlsx: (file) => `ชื่อไฟล์ของแบบฟอร์มต้องลงท้ายด้วย .xlsx ไม่ใช่ «${file}»`,
  newExists: (file) => `มีไฟล์ ${file} อยู่แล้ว ระบบไม่เขียนทับ โปรดใช้ชื่ออื่น`,
  newNoRules: (year, years) => `ยังไม่มีหลักเกณฑ์ของปีงบประมาณ ${year} ปีที่ทำแบบฟอร์มได้คือ ${years.join(', ')}`,
  newWritten: (year, file) =>
    `เขียนแบบฟอร์มคะแนนปีงบประมาณ ${year} ไว้ที่ ${file} พิมพ์คะแนนในช่องสีเหลืองแล้ววิเคราะห์ด้วย npm run analyze -- "${file}"`,
  outNeedsFile: '--out ใช้ได้เมื่อระบุไฟล์ต้นฉบับ',
  fileNotFound: (file) => `ไม่พบไฟล์ ${file}`,
  notReadable: (file) => `เปิดอ่านไฟล์ ${file} ไม่ได้`,
  unexpected: 'เกิดข้อผิดพลาดในโปรแกรม ต้นฉบับไม่เปลี่ยนแปลง โปรดส่งข้อความต่อไปนี้ให้ผู้ดูแลโปรแกรม',
  notWritable: (file) => `เขียนไฟล์ ${file} ไม่ได้ โปรดตรวจว่าโฟลเดอร์เขียนได้และไฟล์ไม่ได้เปิดค้างอยู่ใน Excel`,
};

const at = (sheet: string | undefined, cell: string | undefined): string => {
  if (cell !== undefined) return ` ที่ ${cell}`;
  return sheet === undefined ? '' : ` ที่แผ่นงาน «${sheet}»`;
};

const inPart = (part: string | undefined): string => (part === undefined ? '' : ` (ส่วน ${part})`);

const MOST_CELLS = 6;

/** Cells by name, not more of them than a sentence can hold. */
const shortList = (cells: readonly CellRef[]): string => nameList(cells.map(cellName));

const nameList = (cells: readonly string[] = []): string => {
  const names = cells.slice(0, MOST_CELLS).join(', ');
  return cells.length <= MOST_CELLS ? names : `${names} และอีก ${cells.length - MOST_CELLS} เซลล์`;
};
