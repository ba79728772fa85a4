import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesTh } from '../../src/app/messages/th';
import { writeNewForm } from '../../src/cli/new-form';
import { ruleSets } from '../../src/rules/rule-sets';
import { snapshotOf } from '../support/workbook-of';
import { convert, type Converted } from './libreoffice';

const valuesOf = (bytes: Uint8Array): readonly (readonly unknown[])[] =>
  (snapshotOf(bytes).sheets[0]?.rows ?? []).map((row) => [0, 1, 2].map((at) => row?.[at]?.value ?? null));

const written = (year: number): Uint8Array => {
  const file = join(mkdtempSync(join(tmpdir(), 'ita-form-')), 'form.xlsx');
  expect(writeNewForm({ file, year, json: false }, messagesTh).exitCode).toBe(0);
  return new Uint8Array(readFileSync(file));
};

const forms = Object.fromEntries(ruleSets.supportedYears.map((year) => [year, written(year)]));
let opened: Converted;

beforeAll(() => {
  opened = convert(forms, 'xlsx');
}, 240_000);

test.each(Object.entries(forms))('LibreOffice opens the form of %s as we wrote it', (year, form) => {
  expect(valuesOf(opened.of(year))).toEqual(valuesOf(form));
});
