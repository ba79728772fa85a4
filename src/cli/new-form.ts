import { existsSync } from 'node:fs';
import type { Messages } from '../app/messages/messages';
import { newForm } from '../app/new-form';
import { newWorkbook } from '../xlsx/new-workbook';
import { openNatively } from './open-natively';
import type { NewFormArguments } from './arguments';
import type { Outcome } from './command';
import { writeWhole } from './output-file';
import { newFormJson, refusalJson } from './to-json';

/** Writes a new workbook with the empty score form of a year; a file that is there already is never replaced. */
export const writeNewForm = ({ file, year }: NewFormArguments, messages: Messages): Outcome => {
  const refused = (code: string, text: string, candidates: readonly string[] = []): Outcome => ({
    exitCode: 1,
    json: refusalJson(file, code, text, candidates),
    lines: [],
    errors: [text],
  });
  const form = newForm(year);
  if (!form.ok) {
    return refused('yearUnsupported', messages.newNoRules(year, form.error), form.error.map(String));
  }
  if (existsSync(file)) return refused('fileExists', messages.newExists(file));
  const opened = openNatively(newWorkbook([form.value.sheet]));
  const written = opened.ok ? opened.value.apply(form.value.plan) : opened;
  if (!written.ok) return refused(written.error.code, messages.workbookRefusal(written.error));
  try {
    writeWhole(file, written.value);
  } catch {
    return refused('notWritable', messages.notWritable(file));
  }
  return {
    exitCode: 0,
    json: newFormJson(file, year),
    lines: [messages.newWritten(year, file)],
    errors: [],
  };
};
