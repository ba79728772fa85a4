import type { ManyAnalysis } from '../app/many';
import type { ManySummary } from '../app/many-outcome';
import type { Messages } from '../app/messages/messages';
import { formatDecimal } from '../core/text/numbers';

const yearLines = (summary: ManySummary, { many: words }: Messages): readonly string[] => {
  const { fiscalYear, decimals, agencies, scored, mean, grades, ungraded, lowest, remarked } = summary;
  const counted = [
    ...grades
      .filter((grade) => grade.agencies > 0)
      .map((grade) => `${words.gradeName(grade)}: ${words.agencies(grade.agencies)}`),
    ...(ungraded === 0 ? [] : [`${words.ungraded}: ${words.agencies(ungraded)}`]),
  ];
  return [
    words.ofYear(fiscalYear, agencies),
    mean === null
      ? words.noMean
      : `${words.mean} ${formatDecimal(mean, decimals)} ${words.meanOf(scored, agencies)}`,
    `${words.grades}:`,
    ...counted.map((line) => `  ${line}`),
    ...(lowest.length === 0 ? [] : [`${words.lowest}:`]),
    ...lowest.map(
      ({ agency, total }) =>
        `  ${agency === '' ? words.noAgency : agency}: ${formatDecimal(total, decimals)}`,
    ),
    remarked === 0 ? words.noRemarks : words.remarked(remarked),
  ];
};

/** All agencies of a workbook in lines for people, year by year, and what could not be read. */
export const everyAgencyLines = (
  summaries: readonly ManySummary[],
  { refusals, beside }: Pick<ManyAnalysis, 'refusals' | 'beside'>,
  messages: Messages,
): readonly string[] => [
  ...summaries.flatMap((summary) => yearLines(summary, messages)),
  ...(refusals.length === 0 ? [] : [messages.many.unread(refusals.length)]),
  ...refusals.map((refusal) => `  ${messages.readingRefusal(refusal)}`),
  ...beside.obstacles.map(messages.besideObstacle),
  ...beside.left.map(messages.many.notBeside),
];
