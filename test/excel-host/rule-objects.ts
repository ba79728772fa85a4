import { rangesOverlap, type CellRange } from '../../src/core/cell-address';
import type { Book, BookFormat, BookSheet } from './book';
import { hostErrors } from './host-error';
import { collection, hostObject, recordObject, type HostObject } from './host-object';

const part = (format: BookFormat, name: string, defaults: Record<string, unknown>): Record<string, unknown> =>
  (format.parts[name] ??= defaults);

const customObject = (format: BookFormat): HostObject =>
  hostObject({
    type: 'CustomConditionalFormat',
    navigate: {
      Rule: () => recordObject('ConditionalFormatRule', part(format, 'rule', { Formula: '' })),
      Format: () =>
        hostObject({
          type: 'ConditionalRangeFormat',
          navigate: {
            Font: () =>
              recordObject('ConditionalRangeFont', part(format, 'font', { Color: '', Bold: false })),
            Fill: () => recordObject('ConditionalRangeFill', part(format, 'fill', { Color: '' })),
          },
        }),
    },
  });

const iconObject = (format: BookFormat): HostObject =>
  recordObject(
    'IconSetConditionalFormat',
    part(format, 'icons', { Style: '', ShowIconOnly: false, ReverseIconOrder: false, Criteria: [] }),
  );

const scaleObject = (format: BookFormat): HostObject =>
  recordObject('ColorScaleConditionalFormat', part(format, 'scale', { Criteria: {} }));

const formatItem = (
  sheet: BookSheet,
  format: BookFormat,
  rangeOf: (range: CellRange) => HostObject,
): HostObject => {
  const only = (type: string, make: (format: BookFormat) => HostObject) => (): HostObject => {
    if (format.type !== type) throw hostErrors.operation(`ConditionalFormat.${type}`);
    return make(format);
  };
  const orNull = (type: string, make: (format: BookFormat) => HostObject) => (): HostObject | null =>
    format.type === type ? make(format) : null;
  return hostObject({
    type: 'ConditionalFormat',
    identity: () => ({ Id: format.id }),
    get: {
      Id: () => format.id,
      Type: () => format.type,
      Priority: () => sheet.formats.indexOf(format),
    },
    navigate: {
      Custom: only('Custom', customObject),
      CustomOrNullObject: orNull('Custom', customObject),
      IconSet: only('IconSet', iconObject),
      IconSetOrNullObject: orNull('IconSet', iconObject),
      ColorScale: only('ColorScale', scaleObject),
      ColorScaleOrNullObject: orNull('ColorScale', scaleObject),
    },
    call: {
      Delete: () => {
        sheet.formats = sheet.formats.filter((other) => other !== format);
      },
      GetRange: () => rangeOf(format.range),
    },
  });
};

/** Conditional formats over a range; a new one comes before the others. */
export const conditionalFormats = (
  book: Book,
  sheet: BookSheet,
  range: CellRange,
  rangeOf: (range: CellRange) => HostObject,
): HostObject => {
  const here = (): readonly BookFormat[] =>
    sheet.formats.filter((format) => rangesOverlap(format.range, range));
  const change = (location: string): void => {
    if (sheet.isProtected) throw hostErrors.denied(location);
  };
  return collection(
    'ConditionalFormatCollection',
    () => here().map((format) => formatItem(sheet, format, rangeOf)),
    (item, key) => item.identity?.()['Id'] === key,
    () => hostErrors.notFound('ConditionalFormatCollection.getItem'),
    {
      Add: (type) => {
        change('ConditionalFormatCollection.add');
        const format: BookFormat = { id: book.newId(), type: String(type), range, parts: {} };
        sheet.formats = [format, ...sheet.formats];
        return formatItem(sheet, format, rangeOf);
      },
      ClearAll: () => {
        change('ConditionalFormatCollection.clearAll');
        const gone = here();
        sheet.formats = sheet.formats.filter((format) => !gone.includes(format));
      },
    },
  );
};

const NO_VALIDATION = {
  Rule: {},
  IgnoreBlanks: true,
  Prompt: { showPrompt: true, title: '', message: '' },
  ErrorAlert: { showAlert: true, style: 'Stop', title: '', message: '' },
};

/** Validation of the cells of a range. */
export const validationObject = (sheet: BookSheet, range: CellRange): HostObject => {
  const isHere = (other: CellRange): boolean => JSON.stringify(other) === JSON.stringify(range);
  const find = () => sheet.validations.find((validation) => isHere(validation.range));
  const settings = (): Record<string, unknown> => {
    if (sheet.isProtected) throw hostErrors.denied('DataValidation');
    const found = find();
    if (found !== undefined) return found.settings;
    const made = { range, settings: { ...NO_VALIDATION } };
    sheet.validations.push(made);
    return made.settings;
  };
  return hostObject({
    type: 'DataValidation',
    get: Object.fromEntries(
      Object.entries(NO_VALIDATION).map(([name, value]) => [name, () => find()?.settings[name] ?? value]),
    ),
    set: Object.fromEntries(
      Object.keys(NO_VALIDATION).map((name) => [
        name,
        (value: unknown) => {
          settings()[name] = value;
        },
      ]),
    ),
    call: {
      Clear: () => {
        if (sheet.isProtected) throw hostErrors.denied('DataValidation.clear');
        sheet.validations = sheet.validations.filter((validation) => !rangesOverlap(validation.range, range));
      },
    },
  });
};
