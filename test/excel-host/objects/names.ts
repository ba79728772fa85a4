import { addressOf, areaOfAddress, sheetPrefix, splitAddress } from '../book/area';
import type { BookName, BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { collection, hostObject, isHostObject, type HostObject } from '../host-object';
import { checkName, isSameName } from './naming';
import { rangeState } from './range-state';
import type { SheetView } from './sheet-view';

const nameObject = (view: SheetView, entry: BookName): HostObject => {
  const { book } = view;
  const range = (): HostObject | null => {
    const { sheet: name, address } = splitAddress(entry.formula);
    const sheet = name === undefined ? undefined : book.sheetNamed(name);
    const area = areaOfAddress(address);
    return sheet === undefined || area === undefined ? null : view.range(sheet, area);
  };
  const kind = (): string => {
    if (range() !== null) return 'Range';
    const text = entry.formula.replace(/^=/, '');
    if (/^-?[\d.]+$/.test(text)) return 'Double';
    if (text.includes('#REF!')) return 'Error';
    return 'String';
  };
  return hostObject({
    type: 'NamedItem',
    identity: () => ({ _Id: entry.name }),
    get: {
      Name: () => entry.name,
      Formula: () => entry.formula,
      Comment: () => entry.comment,
      Visible: () => entry.isVisible,
      Scope: () => (entry.scope === null ? 'Workbook' : 'Worksheet'),
      Type: kind,
      Value: () => {
        if (kind() === 'Range') return entry.formula.replace(/^=/, '');
        if (kind() === 'Error') return '#REF!';
        return entry.formula.replace(/^="?|"$/g, '');
      },
    },
    set: {
      Formula: (value) => {
        if (typeof value !== 'string' || !value.startsWith('='))
          throw hostErrors.argument('NamedItem.formula');
        entry.formula = value;
        book.restartCalculation();
      },
      Comment: (value) => {
        entry.comment = String(value);
      },
      Visible: (value) => {
        entry.isVisible = value === true;
      },
    },
    navigate: {
      Worksheet: () => {
        if (entry.scope === null) throw hostErrors.operation('NamedItem.worksheet');
        return view.sheet(book.sheet(entry.scope));
      },
      WorksheetOrNullObject: () => (entry.scope === null ? null : view.sheet(book.sheet(entry.scope))),
    },
    call: {
      Delete: () => {
        book.deleteName(entry.name, entry.scope);
      },
      GetRange: () => {
        const found = range();
        if (found === null) throw hostErrors.operation('NamedItem.getRange');
        return found;
      },
      GetRangeOrNullObject: range,
    },
  });
};

/** Names of a sheet, or those of the whole workbook. */
export const nameCollection = (view: SheetView, own: BookSheet | null): HostObject => {
  const { book } = view;
  const scope = own?.id ?? null;
  return collection(
    'NamedItemCollection',
    () => book.names.filter((entry) => entry.scope === scope).map((entry) => nameObject(view, entry)),
    (item, key) => isSameName(item.get?.['Name']?.(), key),
    () => hostErrors.notFound('NamedItemCollection.getItem'),
    {
      Add: (name, reference, comment) => {
        const location = 'NamedItemCollection.add';
        const state = isHostObject(reference) ? rangeState(reference) : undefined;
        const formula =
          state === undefined
            ? reference
            : `=${sheetPrefix(state.sheet.name)}${addressOf(state.range, true)}`;
        if (typeof formula !== 'string' || !formula.startsWith('=')) throw hostErrors.argument(location);
        checkName(book, String(name), scope, location);
        const entry: BookName = {
          name: String(name),
          formula,
          comment: typeof comment === 'string' ? comment : '',
          isVisible: true,
          scope,
        };
        book.names.push(entry);
        book.restartCalculation();
        return nameObject(view, entry);
      },
    },
  );
};
