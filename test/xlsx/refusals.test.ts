import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesEn } from '../../src/app/messages/en';
import type { Messages } from '../../src/app/messages/messages';
import { messagesTh } from '../../src/app/messages/th';
import { analyzeFile } from '../../src/cli/analyze-file';
import type { Outcome } from '../../src/cli/command';
import { NOTHING_CHOSEN } from '../support/nothing-chosen';
import { ARCHIVES } from './refusals/archives';
import { CONTENTS } from './refusals/contents';
import { SOUND, type Kind } from './refusals/kind';
import { OTHER_FILES } from './refusals/other-files';

const KINDS: readonly Kind[] = [...OTHER_FILES, ...ARCHIVES, ...CONTENTS];

const FILE = 'คะแนน ITA.xlsx';

type Run = Outcome & { readonly files: readonly string[]; readonly bytesAfter: Uint8Array };

/** Runs the command on a file that is alone in its folder, and looks what is there afterwards. */
const run = (bytes: Uint8Array, messages: Messages): Run => {
  const folder = mkdtempSync(join(tmpdir(), 'ita-'));
  try {
    const file = join(folder, FILE);
    writeFileSync(file, bytes);
    const outcome = analyzeFile(file, NOTHING_CHOSEN, messages);
    return { ...outcome, files: readdirSync(folder), bytesAfter: new Uint8Array(readFileSync(file)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const codesOf = ({ json }: Pick<Outcome, 'json'>): readonly string[] =>
  (json as { readonly findings: readonly { readonly code: string }[] }).findings.map(({ code }) => code);

test('the file from which the others are made is analysed', () => {
  expect(run(SOUND, messagesTh).exitCode).toBe(0);
});

test('there are at least fifty kinds, each of its own name', () => {
  const names = new Set(KINDS.map(({ name }) => name));
  expect(names.size).toBe(KINDS.length);
  expect(names.size).toBeGreaterThanOrEqual(50);
});

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, { bytes, code, names }) => {
  test.each([
    ['Thai', messagesTh, /^(ไฟล์|มีแผ่นงาน|โครงสร้าง).*(โปรด|ยกเลิก)/],
    [
      'English',
      messagesEn,
      /^(This file|A sheet|The structure) .*\. .*\b(Copy|Choose|Open|Ask|Remove|Unprotect|open)\b/,
    ],
  ] as const)('is refused in one line of %s, and nothing is written', (__, messages, form) => {
    const { exitCode, json, errors, lines, files, bytesAfter } = run(bytes, messages);
    expect([exitCode, codesOf({ json })]).toEqual([1, [code]]);
    const [sentence = '', ...more] = errors;
    expect(sentence).toMatch(form);
    expect(sentence).toContain(names ?? '');
    // Words of the program, such as `undefined` or the code of the refusal, are none of the reader's.
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|[{}\n]/);
    expect(sentence.replace(/\((part|ส่วน) .*?\)/, '')).not.toMatch(/\b[a-z]+[A-Z]/);
    expect([more, lines]).toEqual([[messages.nothingWritten], []]);
    expect(files).toEqual([FILE]);
    expect(Buffer.from(bytesAfter).equals(bytes)).toBe(true);
  });
});
