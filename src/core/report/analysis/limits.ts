import { absoluteA1 } from '../../cell-address';
import { SETTING_NAMES } from '../../settings/setting-names';
import { live, NO_PARTS, plain, quoted, type SheetParts } from '../sheet-parts';
import { blanks, type AnalysisContext } from './context';
import { COLUMN, LIMIT_ROWS, type LimitRow } from './layout';

/** Cell of the policy, a limit or the target in force, as formulas refer to it from anywhere on the sheet. */
export const limitCell = ({ layout }: AnalysisContext, limit: LimitRow): string =>
  absoluteA1({ row: layout.limits.rowOf(limit), column: COLUMN.score });

/**
 * What a setting says, followed live; where its cell holds what cannot be used, or is gone, the same default that the
 * assessment takes.
 */
const followed = (context: AnalysisContext, limit: LimitRow): SheetParts['cells'][number] => {
  const { assessment, texts, layout, defaults } = context;
  const name = SETTING_NAMES[limit];
  const row = layout.limits.rowOf(limit);
  if (limit === 'policy') {
    const words = texts.settings.choices.policy;
    const isKnown = Object.values(words).map((word) => `${name}=${quoted(word)}`);
    const formula = `IFERROR(IF(OR(${isKnown.join(',')}),${name},${quoted(words[defaults.policy])}),${quoted(words[defaults.policy])})`;
    return live(row, COLUMN.score, formula, words[assessment.limits.policy], 'text');
  }
  const { min, max, decimals } = assessment.ruleSet.scale;
  const byRule = String(defaults[limit]);
  const isScore = `AND(ISNUMBER(${name}),${name}>=${min},${name}<=${max})`;
  const formula = `IFERROR(IF(${isScore},ROUND(${name},${decimals}),${byRule}),${byRule})`;
  const value = limit === 'target' ? assessment.ruleSet.target : assessment.limits[limit];
  return live(row, COLUMN.score, formula, value, 'score');
};

/** The policy, limits and target that the formulas of the sheet use, as the settings sheet has them. */
export const limitParts = (context: AnalysisContext): SheetParts => {
  const { layout, texts } = context;
  const { heading, rowOf } = layout.limits;
  const policyRow = rowOf('policy');
  return {
    ...NO_PARTS,
    cells: [
      plain(heading, COLUMN.code, texts.limits.heading, 'section'),
      ...LIMIT_ROWS.flatMap((limit) => [
        plain(rowOf(limit), COLUMN.code, texts.settings.label[limit], 'text'),
        followed(context, limit),
      ]),
      ...blanks(policyRow, [COLUMN.second, COLUMN.third], 'text'),
    ],
    merges: [
      ...LIMIT_ROWS.map((limit) => ({
        top: rowOf(limit),
        left: COLUMN.code,
        bottom: rowOf(limit),
        right: COLUMN.side,
      })),
      { top: policyRow, left: COLUMN.score, bottom: policyRow, right: COLUMN.third },
    ],
  };
};
