import { itemIdIn } from '../../src/core/measures/library';
import { eitEntries2562 } from '../../src/rules/library/eit-items-2562';
import { eitEntries2567 } from '../../src/rules/library/eit-items-2567';
import { iitEntries2562 } from '../../src/rules/library/iit-items-2562';
import { iitEntries2567 } from '../../src/rules/library/iit-items-2567';
import { indicatorEntries } from '../../src/rules/library/indicators';
import { issueEntries } from '../../src/rules/library/issues';
import { year } from './year';

const entries = [
  ...indicatorEntries,
  ...iitEntries2562,
  ...iitEntries2567,
  ...eitEntries2562,
  ...eitEntries2567,
  ...issueEntries,
];

const idsIn = (fiscalYear: number): readonly string[] =>
  entries.flatMap(({ subject }) =>
    subject.kind === 'item' ? (itemIdIn(subject.numbers, fiscalYear) ?? []) : [],
  );

describe('what has an entry', () => {
  test.each([2562, 2563, 2564, 2565, 2566, 2567, 2568, 2569])(
    'each IIT and EIT question of %d has exactly one',
    (fiscalYear) => {
      const asked = year(fiscalYear).items.filter(({ instrument }) => instrument !== 'OIT');
      expect([...idsIn(fiscalYear)].sort()).toEqual(asked.map(({ id }) => id).sort());
    },
  );

  test('a number stands for questions of the same name in all its years', () => {
    const names = entries.flatMap(({ subject }) =>
      subject.kind === 'item'
        ? subject.numbers.map(({ from, to, id }) =>
            Array.from(
              { length: to - from + 1 },
              (_, offset) => year(from + offset).items.find((asked) => asked.id === id)?.name,
            ),
          )
        : [],
    );
    expect(names.filter((ofYears) => new Set(ofYears).size !== 1)).toEqual([]);
  });

  test('each of the ten indicators has one', () => {
    const indicators = entries.flatMap(({ subject }) =>
      subject.kind === 'indicator' ? [subject.indicator] : [],
    );
    expect(indicators).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('each of the seven issues of 2567 has one', () => {
    const issues = entries.flatMap(({ subject }) => (subject.kind === 'issue' ? [subject.issue] : []));
    expect(issues).toHaveLength(7);
    expect(issues).toEqual(year(2567).issueGroups.map(({ id }) => id));
  });
});

const textsOf = ({ measure, approach, steps, followUp }: (typeof entries)[number]): readonly string[] => [
  measure,
  approach,
  ...steps,
  followUp,
];

const texts = entries.flatMap(textsOf);

/** Latin terms that officers write as they are. */
const knownLatin = /E-Service|No Gift Policy/g;

describe('how an entry is written', () => {
  test('it has two or three steps', () => {
    expect(entries.filter(({ steps }) => steps.length < 2 || steps.length > 3)).toEqual([]);
  });

  test('no text is too short to say something or too long for a cell', () => {
    expect(texts.filter((text) => text.length < 20 || text.length > 160)).toEqual([]);
  });

  test('it is finished Thai: begins with a letter, without markup, placeholder or stray Latin', () => {
    expect(
      texts.filter(
        (text) =>
          !/^[เ-ไก-ฮ]/.test(text.replace(/^(E-Service|No Gift Policy)/, 'ก')) ||
          /[<>{}[\]…_*#|]|\.\./.test(text) ||
          /[A-Za-z]/.test(text.replace(knownLatin, '')) ||
          text !== text.trim() ||
          / {2}/.test(text),
      ),
    ).toEqual([]);
  });

  test('its signs are in order: no hidden ones, no doubled ones, no two เ for แ', () => {
    expect(
      texts.filter((text) =>
        /[\u200B-\u200F\u2060\uFEFF\u00A0]|[\u0E47-\u0E4E]{2}|[\u0E31\u0E34-\u0E3A]{2}|เเ|\u0E4D\u0E32|[\u0E48-\u0E4B][\u0E31\u0E34-\u0E3A]|[ะาำเ-ไ ][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/.test(
          text,
        ),
      ),
    ).toEqual([]);
  });

  test('it has no digits and no dates', () => {
    expect(texts.filter((text) => /[0-9๐-๙]|พ\.ศ\.|มกราคม|มีนาคม|เมษายน|กันยายน|ตุลาคม/.test(text))).toEqual([]);
  });

  test('it names no agency, and a division only where the division stands', () => {
    expect(
      texts.filter((text) =>
        /เทศบาล|อบต\.|อบจ\.|องค์การบริหาร|กระทรวง|มหาวิทยาลัย|โรงเรียน|อำเภอ|ตำบล|จังหวัด|ป\.ป\.ช|สตง|ดำรงธรรม|สำนักงานตรวจเงิน/.test(
          text,
        ),
      ),
    ).toEqual([]);
    expect(texts.filter((text) => /สำนักปลัด|กองคลัง|กองช่าง|งานนิติการ|งานการเจ้าหน้าที่/.test(text))).toEqual([]);
  });

  test('its follow-up says how often', () => {
    expect(entries.filter(({ followUp }) => !/ทุกเดือน|ทุกไตรมาส|ทุกหกเดือน/.test(followUp))).toEqual([]);
  });

  test('its division is one that local agencies have', () => {
    expect([...new Set(entries.map(({ unit }) => unit))].sort()).toEqual(
      [
        'กองคลัง',
        'งานการเจ้าหน้าที่',
        'งานนิติการ',
        'งานประชาสัมพันธ์',
        'งานพัสดุและทรัพย์สิน',
        'งานวิเคราะห์นโยบายและแผน',
        'ทุกสำนัก/กอง',
        'สำนักปลัด',
        'หน่วยตรวจสอบภายใน',
      ].sort(),
    );
  });

  test('no text stands twice', () => {
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});
