import type { ManyAnalysis } from '../app/many';
import type { ManySummary } from '../app/many-outcome';
import type { Messages } from '../app/messages/messages';
import { agencyJson } from './agency-json';
import { besideBlockedJson, besideJson, documentOf, warningJson } from './to-json';

const yearJson = ({
  fiscalYear,
  agencies,
  scored,
  mean,
  grades,
  ungraded,
  remarked,
}: ManySummary): object => ({
  fiscalYear,
  agencies,
  scored,
  mean,
  grades: Object.fromEntries(grades.map((grade) => [grade.code, grade.agencies])),
  ungraded,
  remarked,
});

/** The command's public answer for all agencies of a workbook, those of a year in the order of their totals. */
export const everyAgencyJson = (
  file: string,
  written: string,
  { years, refusals, beside }: ManyAnalysis,
  summaries: readonly ManySummary[],
  messages: Messages,
): object =>
  documentOf(file, written, {
    years: summaries.map(yearJson),
    agencies: years.flatMap((year) => year.rows.map((row) => agencyJson(year, row, null, messages))),
    failures: refusals.map((refusal) => ({
      code: refusal.code,
      cell: refusal.params['cell'] ?? refusal.params['blank'] ?? null,
      text: messages.readingRefusal(refusal),
    })),
    findings: [
      ...besideBlockedJson(beside.obstacles, messages),
      ...beside.left.map((sheet) => warningJson('besideBlocked', [], messages.many.notBeside(sheet))),
    ],
    beside: besideJson(beside.written),
  });
