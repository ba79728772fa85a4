import type { AreaProblem } from '../../core/read/pointed-area';

/** Why the cells that the officer chose cannot be read, and what to do, in English. */
export const areaProblemEn = (params: Readonly<Record<string, string>>): string => {
  const { area = '', cell = '', text = '' } = params;
  const said = text === '' ? cell : `${cell} “${text}”`;
  const sentences: Readonly<Record<AreaProblem, string>> = {
    ownSheet: `The area ${area} is on a sheet that this program wrote, and is no source of scores. Select the score table of the agency.`,
    empty: `The area ${area} is empty. Select from the heading to the last row of the score table.`,
    noScore: `The area ${area} holds no number from 0 to 100 that can be a score; see ${said}. Select the cells of the scores too, or type the scores as numbers.`,
    noLabel: `The area ${area} holds numbers from ${said} on, and nothing that says what they are scores of. Select the names of the indicators or the codes of the items too.`,
    foreignLabels: `The text at ${said} is neither the name of an ITA indicator nor the code of an item. Before the score, type the indicator’s name as the assessment prints it, or the item’s code, such as i1, e1 or o1, and try again.`,
    apart: `There is a name at ${said}, but no score in its row. Put name and score in one row, or select the cells of the scores too.`,
    noHeading: `The area ${area} holds names and numbers, but nothing says which column holds the scores. Head the column above ${cell} with “คะแนน” and try again.`,
  };
  return sentences[params['problem'] as AreaProblem];
};
