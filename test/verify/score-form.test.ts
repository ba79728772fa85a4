import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messagesTh } from '../../src/app/messages/th';
import { writeNewForm } from '../../src/cli/new-form';
import { ruleSets } from '../../src/rules/rule-sets';
import { snapshotOf } from '../support/workbook-of';
import { recalculated } from './libreoffice';

const valuesOf = (bytes: Uint8Array): readonly (readonly unknown[])[] =>
  (snapshotOf(bytes).sheets[0]?.rows ?? []).map((row) => [0, 1, 2].map((at) => row?.[at]?.value ?? null));

test.each(ruleSets.supportedYears)('LibreOffice opens the form of %d as we wrote it', (year) => {
  const file = join(mkdtempSync(join(tmpdir(), 'ita-form-')), 'form.xlsx');
  expect(writeNewForm({ file, year, json: false }, messagesTh).exitCode).toBe(0);
  expect(valuesOf(recalculated(file))).toEqual(valuesOf(new Uint8Array(readFileSync(file))));
});
