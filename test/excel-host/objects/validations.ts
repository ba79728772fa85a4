import { rangesOverlap, type CellRange } from '../../../src/core/cell-address';
import { commonArea, containsArea, isSameArea, withoutArea } from '../book/area';
import type { Book } from '../book/book';
import type { BookSheet, BookValidation } from '../book/model';
import { hostErrors } from '../host-error';
import { hostObject, type HostObject } from '../host-object';
import { guardSheet } from './guards';
import { checkNamesUsed } from './naming';

const NONE: BookValidation['settings'] = {
  Rule: {},
  IgnoreBlanks: true,
  Prompt: { showPrompt: true, title: '', message: '' },
  ErrorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
};

const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: 'WholeNumber',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'TextLength',
  custom: 'Custom',
};
/** Longest list of values that Excel takes as a text, and longest texts of the two messages. */
const MOST = { list: 255, title: 32, message: 255 } as const;

const ruleType = ({ Rule }: BookValidation['settings']): string => {
  const [kind] = Object.keys(Rule as object);
  return kind === undefined ? 'None' : (TYPES[kind] ?? 'None');
};

const checkRule = (book: Book, sheet: BookSheet, rule: unknown): void => {
  const location = 'DataValidation.rule';
  const kinds = Object.keys(rule as object);
  if (kinds.length !== 1 || TYPES[kinds[0] ?? ''] === undefined) throw hostErrors.argument(location);
  const { source } = (rule as { list?: { source?: unknown } }).list ?? {};
  if (typeof source === 'string' && !source.startsWith('=') && source.length > MOST.list)
    throw hostErrors.argument(location);
  checkNamesUsed(book, sheet, source, location);
};

const checkMessage = (text: unknown, location: string): void => {
  const { title = '', message = '' } = text as { readonly title?: string; readonly message?: string };
  if (title.length > MOST.title || message.length > MOST.message) throw hostErrors.argument(location);
};

/** Takes the validations of a range away; those that reach out of it keep the rest. */
const cut = (sheet: BookSheet, range: CellRange): void => {
  sheet.validations = sheet.validations.flatMap(({ ranges, settings }) => {
    const rest = ranges.flatMap((area) => withoutArea(area, range));
    return rest.length === 0 ? [] : [{ ranges: rest, settings }];
  });
};

/** Validation of the cells of a range. */
export const validationObject = (book: Book, sheet: BookSheet, range: CellRange): HostObject => {
  /** Settings that hold for the whole range; null where its cells differ. */
  const settings = (): BookValidation['settings'] | null => {
    const here = sheet.validations.filter(({ ranges }) => ranges.some((area) => rangesOverlap(area, range)));
    if (here.length === 0) return NONE;
    const [only] = here;
    return only !== undefined && here.length === 1 && covers(only.ranges, range) ? only.settings : null;
  };
  const change = (name: string, value: unknown): void => {
    guardSheet(sheet, 'DataValidation');
    const before = settings();
    if (before === null) throw hostErrors.notEmulated('a change of validations that differ within a range');
    cut(sheet, range);
    const same = sheet.validations.find(({ ranges }) => ranges.some((area) => isSameArea(area, range)));
    if (same !== undefined) throw new Error('A validation was not taken away');
    sheet.validations.push({ ranges: [range], settings: { ...before, [name]: value } });
  };
  return hostObject({
    type: 'DataValidation',
    get: {
      ...Object.fromEntries(Object.keys(NONE).map((name) => [name, () => settings()?.[name] ?? null])),
      Type: () => {
        const found = settings();
        return found === null ? 'Inconsistent' : ruleType(found);
      },
    },
    set: {
      Rule: (value) => {
        checkRule(book, sheet, value);
        change('Rule', value);
      },
      IgnoreBlanks: (value) => {
        change('IgnoreBlanks', value);
      },
      Prompt: (value) => {
        checkMessage(value, 'DataValidation.prompt');
        change('Prompt', value);
      },
      ErrorAlert: (value) => {
        checkMessage(value, 'DataValidation.errorAlert');
        change('ErrorAlert', value);
      },
    },
    call: {
      Clear: () => {
        guardSheet(sheet, 'DataValidation.clear');
        cut(sheet, range);
      },
    },
  });
};

/** Whether ranges, none of which overlap, hold every cell of one. */
const covers = (ranges: readonly CellRange[], range: CellRange): boolean =>
  ranges.some((area) => containsArea(area, range)) ||
  ranges
    .flatMap((area) => commonArea(area, range) ?? [])
    .reduce<readonly CellRange[]>((rest, area) => rest.flatMap((piece) => withoutArea(piece, area)), [range])
    .length === 0;
