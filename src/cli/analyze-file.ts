import { existsSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { analyze } from '../app/analyze';
import type { Messages } from '../app/messages/messages';
import { adviceLines, readinessLines, resultsLines } from '../app/messages/document-messages';
import { outlookLines } from '../app/messages/outlook-messages';
import { outlookOf } from '../app/outlook';
import { whatIf } from '../core/assess/what-if';
import { analyzeEveryAgency } from './analyze-every-agency';
import type { Arguments } from './arguments';
import type { Outcome } from './command';
import { explainLines } from './explain';
import { misused, refused } from './file-outcomes';
import { openFile } from './open-file';
import { freeOutputName, isSameFile, writeWhole } from './output-file';
import { whatIfJson } from './outlook-json';
import { analysisJson, candidatesOf } from './to-json';

type Options = Pick<Arguments, 'out' | 'year' | 'agency' | 'sheet' | 'inPlace'> &
  Partial<Pick<Arguments, 'policy' | 'target' | 'documents'>> & {
    readonly explain?: boolean;
    /** Whether all agencies of the workbook are analysed together. */
    readonly everyAgency?: boolean;
    readonly whatIf?: Arguments['whatIf'];
    /** Folder for an output that nobody named; null is beside the input. */
    readonly folder: string | null;
  };

/** Analyses one workbook file and writes the result to another; the input is never touched. */
export const analyzeFile = (file: string, options: Options, messages: Messages): Outcome => {
  if (!existsSync(file)) return refused(file, 'fileNotFound', messages.fileNotFound(file), messages);
  if (options.out !== null && isSameFile(file, options.out)) return misused(file, messages.outIsInput);
  if (options.out !== null && extname(options.out).toLowerCase() !== extname(file).toLowerCase()) {
    return misused(file, messages.outNotXlsx(extname(file)));
  }
  const opened = openFile(file, messages);
  if (!opened.ok) return refused(file, opened.error.code, opened.error.text, messages);
  if (options.everyAgency === true) return analyzeEveryAgency(file, opened.value, options, messages);
  const analysis = analyze(opened.value.snapshot(), { ...options, fileName: basename(file) });
  if (!analysis.ok) {
    const text = messages.readingRefusal(analysis.error);
    const { code, documents } = analysis.error;
    return refused(file, code, text, messages, candidatesOf(analysis.error), documents);
  }
  const { assessments, documents, beside } = analysis.value;
  const [first, ...others] = assessments;
  const { whatIf: changes = [] } = options;
  const supposed = whatIf(first, changes);
  if (!supposed.ok) {
    const text = messages.outlook.whatIfRefusal(supposed.error, first.ruleSet);
    return refused(file, 'whatIfRefused', text, messages);
  }
  const applied = opened.value.apply(analysis.value.plan);
  if (!applied.ok)
    return refused(file, applied.error.code, messages.workbookRefusal(applied.error), messages);
  const out = options.out ?? freeOutputName(file, options.folder ?? dirname(file), applied.value);
  try {
    writeWhole(out, applied.value);
  } catch {
    return refused(file, 'notWritable', messages.notWritable(out), messages);
  }
  return {
    exitCode: 0,
    json: {
      ...analysisJson(file, out, analysis.value, messages, options.explain ?? false),
      ...(changes.length === 0 ? {} : { whatIf: whatIfJson(changes, supposed.value) }),
    },
    lines: [
      ...(options.explain === true ? explainLines(analysis.value.readings, messages) : []),
      ...messages.summary(first),
      ...outlookLines(outlookOf(first), first, messages.outlook),
      ...(changes.length === 0 ? [] : messages.outlook.whatIf(changes, first, supposed.value)),
      ...(others.length === 0 ? [] : [messages.otherYears(others.map(({ fiscalYear }) => fiscalYear))]),
      ...(documents.readiness === null ? [] : readinessLines(documents.readiness, messages.documents)),
      ...(documents.results === null ? [] : resultsLines(documents.results, messages.documents)),
      ...(documents.advice === null ? [] : adviceLines(documents.advice, messages.documents)),
      ...documents.obstacles.map(messages.documents.obstacle),
      ...(beside?.obstacles ?? []).map(messages.besideObstacle),
      messages.written(out),
    ],
    errors: [],
  };
};
