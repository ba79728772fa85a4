import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { textInDigits } from '../../src/app/messages/digits';
import { helpTextsEn } from '../../src/app/messages/help-texts-en';
import { helpTextsTh } from '../../src/app/messages/help-texts-th';
import { resultTextsEn } from '../../src/app/messages/result-texts-en';
import { resultTextsTh } from '../../src/app/messages/result-texts-th';

const PANE = join(__dirname, '../../src/taskpane');
const THAI = /[\u0e00-\u0e7f]/;
/** Attributes whose text is seen or heard. */
const SPOKEN =
  /^(aria-(label|description|placeholder|valuetext|roledescription)|title|placeholder|alt|label|hint|validationMessage)$/;

/** Texts for people that stand in a source file: between tags, in spoken attributes, or in Thai anywhere. */
const wordsIn = (name: string, text: string): readonly string[] => {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isText =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (ts.isJsxText(node) && /[\p{L}]/u.test(node.text)) found.push(node.text.trim());
    if (isText && !ts.isImportDeclaration(node.parent)) {
      const attribute = ts.findAncestor(node, ts.isJsxAttribute);
      const isSpoken = attribute !== undefined && SPOKEN.test(attribute.name.getText(file));
      const isShown =
        node.parent.kind === ts.SyntaxKind.JsxExpression &&
        node.parent.parent.kind === ts.SyntaxKind.JsxElement;
      // Fonts bear Latin names only, and a blank between two parts is no word.
      if (THAI.test(node.text) || ((isSpoken || isShown) && /\p{L}{2}/u.test(node.text)))
        found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

test('no text for people stands outside the message tables', () => {
  const files = readdirSync(PANE, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.tsx?$/.test(path),
  );
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((path) =>
    wordsIn(path, readFileSync(join(PANE, path), 'utf8')).map((words) => `${path}: ${words}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['<p>Hello</p>', 1],
  ['<p>{"Hello"}</p>', 1],
  ['<button aria-label="Close" />', 1],
  ['<button aria-label={`Close ${name}`} />', 1],
  ['const a = "ผล";', 1],
  ['<p className="a">{words.hello}</p>', 0],
])('the scan finds what it is for: %s', (text, count) => {
  expect(wordsIn('a.tsx', text)).toHaveLength(count);
});

/** Every place of a table that holds a text or makes one. */
const placesOf = (value: unknown, path = ''): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, entry]) => placesOf(entry, `${path}.${key}`));
};

test('both languages say the same things', () => {
  expect(placesOf(resultTextsEn)).toEqual(placesOf(resultTextsTh));
  expect(helpTextsEn.sections.map(({ lines }) => lines.length)).toEqual(
    helpTextsTh.sections.map(({ lines }) => lines.length),
  );
});

test.each([
  ['คะแนนรวม 95.82', 'คะแนนรวม ๙๕.๘๒'],
  ["ไปที่ 'แผ่น 1'!B10", "ไปที่ 'แผ่น 1'!B10"],
  ['ข้อ o9 ได้ 100', 'ข้อ o9 ได้ ๑๐๐'],
  ['«กอง 1» ใน กอง_1.xlsx', '«กอง 1» ใน กอง_1.xlsx'],
])('Thai digits are those of numbers alone: %s', (text, shown) => {
  expect(textInDigits(text, 'thai')).toBe(shown);
  expect(textInDigits(text, 'arabic')).toBe(text);
});
