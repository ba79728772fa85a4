import { basename, dirname, extname } from 'node:path';
import { analyze, type Analysis } from '../app/analyze';
import { planMerge, type Merge, type MergeSource } from '../app/merge';
import type { Messages } from '../app/messages/messages';
import type { ChangePlan } from '../core/change-plan';
import { err, ok, type Result } from '../core/result';
import type { XlsxWorkbook } from '../xlsx/open-workbook';
import type { MergeArguments } from './arguments';
import type { Outcome } from './command';
import { mergeJson, mergeRefusalJson, obstaclesJson, type MergedFile } from './merge-json';
import { openBytes, openFile, type Refusal } from './open-file';
import { freeOutputName, isSameFile, SUFFIX, writeWhole } from './output-file';

type Written = { readonly bytes: Uint8Array; readonly workbook: XlsxWorkbook };

const analysed = (workbook: XlsxWorkbook, file: string, messages: Messages): Result<Analysis, Refusal> => {
  const analysis = analyze(workbook.snapshot(), { fileName: basename(file), documents: [] });
  return analysis.ok
    ? analysis
    : err({ code: analysis.error.code, text: messages.readingRefusal(analysis.error) });
};

const written = (workbook: XlsxWorkbook, plan: ChangePlan, messages: Messages): Result<Written, Refusal> => {
  const applied = workbook.apply(plan);
  if (!applied.ok) return err({ code: applied.error.code, text: messages.workbookRefusal(applied.error) });
  const again = openBytes(applied.value, messages);
  return again.ok ? ok({ bytes: applied.value, workbook: again.value }) : again;
};

/** Writes into a workbook, in memory, what an analysis of it gives. */
const upToDate = (
  workbook: XlsxWorkbook,
  file: string,
  messages: Messages,
): Result<Written & { readonly analysis: Analysis }, Refusal> => {
  const analysis = analysed(workbook, file, messages);
  if (!analysis.ok) return analysis;
  const done = written(workbook, analysis.value.plan, messages);
  return done.ok ? ok({ ...done.value, analysis: analysis.value }) : done;
};

type Done = { readonly bytes: Uint8Array; readonly merge: Merge; readonly analysis: Analysis };

/** Brings the workbook up to date, takes over what the copies hold, and brings it up to date again. */
const mergeInto = (
  workbook: XlsxWorkbook,
  file: string,
  copies: readonly MergeSource[],
  nameOf: (file: string) => string,
  messages: Messages,
): Result<Done, Refusal> => {
  const current = upToDate(workbook, file, messages);
  if (!current.ok) return current;
  const base = current.value.workbook;
  const analysis = analysed(base, file, messages);
  if (!analysis.ok) return analysis;
  if (analysis.value.documents.tables.length === 0)
    return err({ code: 'noDocuments', text: messages.merge.noDocuments(file) });
  const merge = planMerge({ file, snapshot: base.snapshot() }, analysis.value, copies, nameOf);
  const merged = written(base, merge.plan, messages);
  if (!merged.ok) return merged;
  const last = upToDate(merged.value.workbook, file, messages);
  return last.ok ? ok({ bytes: last.value.bytes, merge, analysis: last.value.analysis }) : last;
};

const isNothing = ({ copies, taken, added, conflicts, obstacles }: Merge): boolean =>
  copies.every(({ refusal }) => refusal !== null) ||
  (obstacles.length > 0 && taken.length + added.length + conflicts.length === 0);

/** Takes over what copies of a workbook hold into a copy of it; none of the files is touched. */
export const mergeFiles = (
  { main, copies, out: asked }: Omit<MergeArguments, 'json'>,
  messages: Messages,
): Outcome => {
  const words = messages.merge;
  const refused = (code: string, text: string, files: readonly MergedFile[] = [], exitCode: 1 | 2 = 1) => ({
    exitCode,
    json: mergeRefusalJson(main, code, text, files),
    lines: files.flatMap(({ file, refusal }) =>
      refusal === null ? [] : [words.leftOut(file, refusal.text)],
    ),
    errors: exitCode === 2 ? [text] : [text, messages.nothingWritten],
  });
  const inputs = [main, ...copies];
  if (asked !== null && inputs.some((file) => isSameFile(file, asked)))
    return refused('usage', words.outIsInput, [], 2);
  if (asked !== null && extname(asked).toLowerCase() !== extname(main).toLowerCase())
    return refused('usage', messages.outNotXlsx(extname(main)), [], 2);
  const workbook = openFile(main, messages);
  if (!workbook.ok) return refused(workbook.error.code, workbook.error.text);
  const read = copies.map((file, index): { file: string; source: Result<MergeSource, Refusal> } => {
    if (isSameFile(file, main)) return { file, source: err({ code: 'isMain', text: words.isMain }) };
    if (copies.slice(0, index).some((other) => isSameFile(file, other)))
      return { file, source: err({ code: 'namedTwice', text: words.namedTwice }) };
    const copy = openFile(file, messages);
    return { file, source: copy.ok ? ok({ file, snapshot: copy.value.snapshot() }) : copy };
  });
  const names = inputs.map((file) => basename(file));
  const nameOf = (file: string): string =>
    names.filter((name) => name === basename(file)).length > 1 ? file : basename(file);
  const sources = read.flatMap(({ source }) => (source.ok ? [source.value] : []));
  const done = mergeInto(workbook.value, main, sources, nameOf, messages);
  if (!done.ok) return refused(done.error.code, done.error.text);
  const { bytes, merge, analysis } = done.value;
  const files = read.map(({ file, source }): MergedFile => {
    if (!source.ok) return { file, refusal: source.error };
    const refusal = merge.copies.find((copy) => copy.file === file)?.refusal ?? null;
    return {
      file,
      refusal: refusal === null ? null : { code: refusal.code, text: words.copyRefusal(refusal) },
    };
  });
  const obstacles = merge.obstacles.map((obstacle) => words.obstacle(obstacle, nameOf));
  if (isNothing(merge)) {
    const nothing = refused('nothingMerged', words.nothingMerged, files);
    const found = obstaclesJson(merge.obstacles, nameOf, messages);
    return {
      ...nothing,
      json: mergeRefusalJson(main, 'nothingMerged', words.nothingMerged, files, found),
      lines: [...nothing.lines, ...obstacles],
    };
  }
  const out = asked ?? freeOutputName(main, dirname(main), bytes, SUFFIX.merged);
  try {
    // Where the merge brings nothing new, the main workbook may bear the name already.
    if (!inputs.some((file) => isSameFile(file, out))) writeWhole(out, bytes);
  } catch {
    return refused('notWritable', messages.notWritable(out), files);
  }
  const count = (entries: readonly { readonly file: string }[], file: string): number =>
    entries.filter((entry) => entry.file === file).length;
  return {
    exitCode: 0,
    json: mergeJson(main, out, files, merge, analysis, nameOf, messages),
    lines: [
      ...files.map(({ file, refusal }) =>
        refusal === null
          ? words.fromFile(file, count(merge.taken, file), count(merge.added, file))
          : words.leftOut(file, refusal.text),
      ),
      ...obstacles,
      ...analysis.documents.obstacles.map(messages.documents.obstacle),
      words.conflicts(merge.conflicts.length),
      ...merge.conflicts.map((conflict) => words.conflict(conflict, nameOf)),
      messages.written(out),
    ],
    errors: [],
  };
};
