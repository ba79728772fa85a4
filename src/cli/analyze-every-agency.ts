import { basename, dirname } from 'node:path';
import { analyzeMany } from '../app/many';
import { summaryOf } from '../app/many-outcome';
import type { Messages } from '../app/messages/messages';
import type { XlsxWorkbook } from '../xlsx/open-workbook';
import type { Arguments } from './arguments';
import type { Outcome } from './command';
import { everyAgencyJson } from './every-agency-json';
import { everyAgencyLines } from './every-agency-report';
import { refused } from './file-outcomes';
import { freeOutputName, writeWhole } from './output-file';
import { candidatesOf } from './to-json';

/** Analyses every agency of a workbook that was opened, and writes a copy with the sheets of all of them. */
export const analyzeEveryAgency = (
  file: string,
  workbook: XlsxWorkbook,
  {
    out: asked,
    year,
    inPlace,
    folder,
  }: Pick<Arguments, 'out' | 'year' | 'inPlace'> & {
    readonly folder: string | null;
  },
  messages: Messages,
): Outcome => {
  const many = analyzeMany(workbook.snapshot(), { year, inPlace, fileName: basename(file) });
  if (!many.ok) {
    const { code } = many.error;
    return refused(file, code, messages.readingRefusal(many.error), messages, candidatesOf(many.error));
  }
  const applied = workbook.apply(many.value.plan);
  if (!applied.ok)
    return refused(file, applied.error.code, messages.workbookRefusal(applied.error), messages);
  const out = asked ?? freeOutputName(file, folder ?? dirname(file), applied.value);
  try {
    writeWhole(out, applied.value);
  } catch {
    return refused(file, 'notWritable', messages.notWritable(out), messages);
  }
  const summaries = many.value.years.map(summaryOf);
  return {
    exitCode: 0,
    lines: [...everyAgencyLines(summaries, many.value, messages), messages.written(out)],
    errors: [],
    // The answer for thousands of agencies is large, and made only where it is printed.
    get json() {
      return everyAgencyJson(file, out, many.value, summaries, messages);
    },
  };
};
