import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { analyze } from '../../../src/app/analyze';
import { narrativeTextsTh } from '../../../src/app/messages/narrative-th';
import type { Assessment } from '../../../src/core/assess/assessment';
import { narrate, type EarlierTotal, type Narrative } from '../../../src/core/report/narrative';
import { assessed, indicators, instrument, item, type Given } from '../../support/given-scores';
import { snapshotOf } from '../../support/workbook-of';

const sample = (file: string): Assessment => {
  const bytes = readFileSync(join(__dirname, '../../../assets/sample', file));
  const analysis = analyze(snapshotOf(new Uint8Array(bytes)));
  if (!analysis.ok) throw new Error(analysis.error.code);
  return analysis.value.assessments[0];
};

const words = (assessment: Assessment, earlier: EarlierTotal | null = null): Narrative =>
  narrate(assessment, earlier, narrativeTextsTh);

const paragraph = (paragraphs: Narrative['issues'], id: string): string =>
  paragraphs.find((each) => each.id === id)?.text ?? '';

describe('เทศบาลนครนครปฐม 2565', () => {
  const narrative = words(sample('nakhon-pathom-2565.xlsx'));

  test('the whole in two paragraphs', () => {
    expect(narrative.overall).toEqual([
      'ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของเทศบาลนครนครปฐม ประจำปีงบประมาณ พ.ศ. 2565 ได้คะแนนรวม 95.82 คะแนน อยู่ในระดับ “AA” สูงกว่าค่าเป้าหมาย 85.00 คะแนน อยู่ 10.82 คะแนน',
      'ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล และตัวชี้วัดที่ 10 การป้องกันการทุจริต (100.00 คะแนน) ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (88.09 คะแนน) ตัวชี้วัดที่ต้องปรับปรุงเร่งด่วน 2 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 2 การใช้งบประมาณ และตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ ตัวชี้วัดที่ควรพัฒนา 4 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ตัวชี้วัดที่ 3 การใช้อำนาจ ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต และตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน ตัวชี้วัดที่ควรรักษามาตรฐาน 4 ตัวชี้วัด ได้แก่ ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล และตัวชี้วัดที่ 10 การป้องกันการทุจริต',
    ]);
  });

  test('instruments and indicators', () => {
    expect(paragraph(narrative.instruments, 'IIT')).toContain(
      '(IIT) ได้คะแนนเฉลี่ย 90.42 คะแนน น้ำหนักร้อยละ 30 คิดเป็นคะแนนถ่วงน้ำหนัก 27.13 คะแนน',
    );
    expect(paragraph(narrative.indicators, '2')).toBe(
      'ตัวชี้วัดที่ 2 การใช้งบประมาณ ได้ 88.13 คะแนน เป็นอันดับที่ 9 จาก 10 ตัวชี้วัด จัดอยู่ในกลุ่มที่ต้องปรับปรุงเร่งด่วน ต่ำกว่าเกณฑ์ 90.00 คะแนน อยู่ 1.87 คะแนน',
    );
    expect(narrative.issues).toEqual([]);
  });
});

describe('องค์การบริหารส่วนตำบลบางสัก 2567', () => {
  const narrative = words(sample('bang-sak-2567.xlsx'), { fiscalYear: 2566, total: 94.04 });

  test('the change on the year before', () => {
    expect(narrative.overall[0]).toContain('เพิ่มขึ้นจากปีงบประมาณ พ.ศ. 2566 ซึ่งได้ 94.04 คะแนน จำนวน 0.62 คะแนน');
  });

  test('both parts of EIT, and the issue that o9 pulls down', () => {
    expect(paragraph(narrative.instruments, 'EIT')).toContain('ส่วนที่ 1 ได้ 94.62 คะแนน ส่วนที่ 2 ได้ 80.89 คะแนน');
    expect(narrative.issues).toHaveLength(7);
    expect(paragraph(narrative.issues, '1')).toMatch(/ยังไม่เต็ม ได้แก่ ข้อ o9 \(0\.00\)/);
  });
});

test('a missing instrument leaves no total, no highest and no lowest', () => {
  const { overall, instruments } = words(assessed(2567, [[instrument('OIT'), 96.07]]));
  expect(overall).toHaveLength(1);
  expect(overall[0]).toContain('ยังไม่มีคะแนนรวม เนื่องจากไม่มีคะแนนของ IIT EIT');
  expect(instruments.map(({ id }) => id)).toEqual(['OIT']);
});

test('the same total as the year before is called the same, a lower one lower', () => {
  const assessment = assessed(2565, indicators([90, 90, 90, 90, 90, 90, 90, 90, 90, 90]));
  const sentence = (total: number): string => words(assessment, { fiscalYear: 2564, total }).overall[0] ?? '';
  expect(sentence(90.004)).toContain('เท่ากับปีงบประมาณ พ.ศ. 2564');
  expect(sentence(91.25)).toContain('ลดลงจากปีงบประมาณ พ.ศ. 2564 ซึ่งได้ 91.25 คะแนน จำนวน 1.25 คะแนน');
  expect(words(assessment).overall[1]).toContain('ตัวชี้วัดทั้ง 10 ตัวชี้วัดได้ 90.00 คะแนนเท่ากัน');
});

test('no score is spoken of that is not there, at any level of data', () => {
  const some = fc.subarray(['i1', 'i2', 'i3', 'e1', 'o1', 'o9', 'o35'], { minLength: 1 });
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 9999 }), (ids, hundredths) => {
      const score = hundredths / 100;
      const given: Given = ids.map((id) => [item(id), score]);
      const { overall, instruments, indicators: paragraphs, issues } = words(assessed(2567, given));
      const text = [...overall, ...[...instruments, ...paragraphs, ...issues].map((each) => each.text)].join(
        ' ',
      );
      const numbers = (text.match(/\d+\.\d\d/g) ?? []).map(Number);
      const allowed = new Set([score, 90, Number((90 - score).toFixed(2))]);
      expect(numbers.filter((number) => !allowed.has(number))).toEqual([]);
      expect(text).not.toMatch(/สูงสุด|ต่ำสุด|NaN|undefined|null/);
    }),
  );
});
