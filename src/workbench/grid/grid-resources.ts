import { BooleanNumber, type IRange, type IWorkbookData } from '@univerjs/core';
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFValueType,
  IIconSetType,
  SHEET_CONDITIONAL_FORMATTING_PLUGIN,
  type IConditionFormattingRule,
  type IValueConfig,
} from '@univerjs/sheets-conditional-formatting';
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from '@univerjs/sheets';
import type { CellRange } from '../../core/cell-address';
import type { DefinedName, SheetSnapshot } from '../../core/snapshot';
import type { Condition, Step } from '../../xlsx/looks/conditions';
import type { SheetLook } from '../../xlsx/looks/sheet-looks';

type Resource = NonNullable<IWorkbookData['resources']>[number];
type SheetKey = (index: number) => string;

const NAMES_PLUGIN = 'SHEET_DEFINED_NAME_PLUGIN';

/** Conditional formats as the grid keeps them. */
export const conditionResource = (sheets: readonly SheetLook[], key: SheetKey): Resource => ({
  name: SHEET_CONDITIONAL_FORMATTING_PLUGIN,
  data: JSON.stringify(
    Object.fromEntries(
      sheets.map(({ conditions }, index) => [
        key(index),
        conditions.map((condition, place) => toRule(condition, `${key(index)}-${place}`)),
      ]),
    ),
  ),
});

/** Defined names that formulas may use. */
export const nameResource = (
  names: readonly DefinedName[],
  sheets: readonly SheetSnapshot[],
  key: SheetKey,
): Resource => ({
  name: NAMES_PLUGIN,
  data: JSON.stringify(
    Object.fromEntries(
      names
        .filter(({ name }) => !name.startsWith('_xlnm.'))
        .map(({ name, refersTo, scope }, index) => {
          const sheet = sheets.findIndex((entry) => entry.name === scope);
          const id = `n${index}`;
          return [
            id,
            {
              id,
              name,
              formulaOrRefString: refersTo,
              localSheetId: sheet < 0 ? SCOPE_WORKBOOK_VALUE_DEFINED_NAME : key(sheet),
            },
          ];
        }),
    ),
  ),
});

const toRange = ({ top, left, bottom, right }: CellRange): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom,
  endColumn: right,
});

const toRule = (condition: Condition, cfId: string): IConditionFormattingRule => ({
  cfId,
  ranges: condition.ranges.map(toRange),
  stopIfTrue: false,
  rule: ruleOf(condition),
});

const ruleOf = (condition: Condition): IConditionFormattingRule['rule'] => {
  switch (condition.kind) {
    case 'formula': {
      const { color, fill, bold, italic } = condition.look;
      return {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.formula,
        value: `=${condition.formula}`,
        style: {
          ...(color === undefined ? {} : { cl: { rgb: `#${color}` } }),
          ...(fill === undefined ? {} : { bg: { rgb: `#${fill}` } }),
          ...(bold ? { bl: BooleanNumber.TRUE } : {}),
          ...(italic ? { it: BooleanNumber.TRUE } : {}),
        },
      };
    }
    case 'icons': {
      const { steps, isReversed, showsValue, set } = condition;
      const last = steps.length - 1;
      return {
        type: CFRuleType.iconSet,
        isShowValue: showsValue,
        // The grid names the upper step first, and counts the icons of a set from the best one.
        config: steps
          .map((step, index) => ({
            operator: CFNumberOperator.greaterThanOrEqual,
            value: valueOf(step),
            iconType: ICON_SETS.find((known) => known.valueOf() === set) ?? IIconSetType.threeTrafficLights1,
            iconId: String(isReversed ? index : last - index),
          }))
          .reverse(),
      };
    }
    case 'colors':
      return {
        type: CFRuleType.colorScale,
        config: condition.steps.map((step, index) => ({
          index,
          color: `#${step.color}`,
          value: valueOf(step),
        })),
      };
    case 'bars':
      return {
        type: CFRuleType.dataBar,
        isShowValue: true,
        config: {
          min: { type: CFValueType.min, value: 0 },
          max: { type: CFValueType.max, value: 0 },
          isGradient: false,
          positiveColor: `#${condition.color}`,
          nativeColor: '#C00000',
        },
      };
  }
};

const ICON_SETS = Object.values(IIconSetType);

const VALUE_TYPES: Readonly<Record<string, CFValueType>> = {
  num: CFValueType.num,
  percent: CFValueType.percent,
  percentile: CFValueType.percentile,
  min: CFValueType.min,
  max: CFValueType.max,
  formula: CFValueType.formula,
};

/** A limit that is not a plain number is a formula, whatever it is called. */
const valueOf = ({ kind, value }: Step): IValueConfig => {
  const number = Number(value);
  if (Number.isNaN(number)) return { type: CFValueType.formula, value: `=${value}` };
  return { type: VALUE_TYPES[kind] ?? CFValueType.num, value: number };
};
