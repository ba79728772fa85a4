import type { CheapestPath } from '../../core/assess/cheapest-path';
import { subjectKey } from '../../core/read/reading';
import { assertNever } from '../../core/result';
import type { RuleSet } from '../../core/rule-set';
import { formatDecimal } from '../../core/text/numbers';
import {
  atLeast,
  linesToName,
  regrouped,
  signed,
  stepsToName,
  type OutlookMessages,
} from './outlook-messages';

/** What subjects and grades are called in Thai. */
type Names = {
  readonly subject: (key: string, ruleSet: RuleSet) => string;
  readonly grade: (code: string, ruleSet: RuleSet) => string;
};

const TRIAGE: Readonly<Record<string, string>> = {
  urgent: 'เร่งด่วน',
  improve: 'พัฒนา',
  maintain: 'รักษามาตรฐาน',
};

const group = (level: string | null): string => (level === null ? '–' : (TRIAGE[level] ?? level));
const score = (value: number | null): string => (value === null ? '–' : formatDecimal(value));

/** What the program says in Thai of where points were lost and how to gain them. */
export const outlookTh = ({ subject, grade }: Names): OutlookMessages => {
  const lineName: OutlookMessages['lineName'] = (line, ruleSet) => {
    const name = subject(subjectKey(line.subject), ruleSet);
    return line.kind === 'rest' ? `${name} (ส่วนที่คะแนนรายข้อไม่ได้อธิบาย)` : name;
  };
  const goalName = ({ goal }: CheapestPath, ruleSet: RuleSet): string =>
    goal.kind === 'grade'
      ? `ระดับ ${grade(goal.code, ruleSet)}`
      : `เป้าหมาย ${formatDecimal(goal.score)} คะแนน`;
  return {
    lineName,
    possible: ({ total, worst, best }, ruleSet) =>
      `คะแนนรวมที่ยังเป็นไปได้ ${score(total.least)}–${score(total.most)} · ระดับ ${
        worst === best ? grade(best, ruleSet) : `${grade(worst, ruleSet)} ถึง ${grade(best, ruleSet)}`
      }`,
    fixFirst: (lines, ruleSet) =>
      `ควรแก้ก่อน (คะแนนรวมที่จะเพิ่มเมื่อได้เต็ม): ${linesToName(lines)
        .map((line) => `${lineName(line, ruleSet)} ${signed(line.points)}`)
        .join(', ')}`,
    path: (path, ruleSet) => {
      const { named, more } = stepsToName(path.steps);
      const steps = named.map(
        (step) => `${lineName(step, ruleSet)} จาก ${score(step.from)} เป็น ${atLeast(step.to)}`,
      );
      const rest = more === 0 ? '' : ` และอีก ${more} รายการ`;
      return `ทางที่สั้นที่สุดสู่${goalName(path, ruleSet)}: ${steps.join(', ')}${rest} จะได้คะแนนรวม ${score(path.total)}`;
    },
    whatIf: (changes, before, after) => {
      const { ruleSet } = before;
      const supposed = changes.map(
        (change) => `${subject(subjectKey(change.subject), ruleSet)} = ${score(change.to)}`,
      );
      const points =
        before.total.score === null || after.total.score === null
          ? ''
          : ` (${signed(after.total.score - before.total.score)})`;
      const level = ({ grade: found }: typeof before): string =>
        found === null ? '–' : `${grade(found.code, ruleSet)}${found.certain ? '' : ' (ยังไม่แน่นอน)'}`;
      return [
        `สมมติให้ ${supposed.join(', ')}: คะแนนรวม ${score(before.total.score)} → ${score(after.total.score)}${points} · ระดับ ${level(before)} → ${level(after)}`,
        ...regrouped(before, after).map(
          ({ id, from, to }) => `สมมติแล้ว ตัวชี้วัดที่ ${id} ย้ายกลุ่ม: ${group(from)} → ${group(to)}`,
        ),
      ];
    },
    whatIfRefusal: ({ code, subject: key, value, allowed }, ruleSet) => {
      const name = subject(key, ruleSet);
      switch (code) {
        case 'unknown':
          return `--what-if: หลักเกณฑ์ปี ${ruleSet.fiscalYear} ไม่มี «${key}» โปรดใช้รหัสข้อ เช่น i1, e1, o1 ตัวชี้วัด เช่น 2 ส่วนของเครื่องมือ เช่น EIT.2 หรือเครื่องมือ เช่น IIT`;
        case 'twice':
          return `--what-if: ${name} ถูกระบุมากกว่าหนึ่งครั้ง โปรดระบุเพียงครั้งเดียว`;
        case 'outOfScale':
          return `--what-if: ${key}=${value} อยู่นอกช่วงคะแนน ${ruleSet.scale.min}–${ruleSet.scale.max} โปรดระบุคะแนนในช่วงนี้`;
        case 'notAllowed':
          return `--what-if: ${name} ให้คะแนนได้เพียง ${allowed.join(', ')} จึงเป็น ${value} ไม่ได้ โปรดระบุคะแนนใดคะแนนหนึ่งนี้`;
        case 'computed':
          return `--what-if: คะแนน ${name} คำนวณจากคะแนนย่อย จึงกำหนดเองไม่ได้ โปรดระบุคะแนนย่อยแทน`;
        case 'noScore':
          return `--what-if: ${name} ไม่มีคะแนนของตนเองในสมุดงาน แต่รวมอยู่ในคะแนนอื่นแล้ว จึงบอกผลไม่ได้ โปรดเพิ่มคะแนนนี้ในสมุดงาน หรือระบุคะแนนอื่นที่มีอยู่`;
        default:
          return assertNever(code);
      }
    },
    badWhatIf: (text) => `--what-if ต้องเป็นรายการของรหัสกับคะแนน เช่น "o9=100,e9=90" ไม่ใช่ «${text}»`,
  };
};
