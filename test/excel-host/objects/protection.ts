import type { Book } from '../book/book';
import type { BookSheet } from '../book/model';
import { hostErrors } from '../host-error';
import { hostObject, type HostObject } from '../host-object';

const OPTIONS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
} as const;

/** Protection of a sheet. */
export const sheetProtection = ({ protection }: BookSheet): HostObject =>
  hostObject({
    type: 'WorksheetProtection',
    get: {
      Protected: () => protection.isOn,
      Options: () => ({ ...OPTIONS, ...protection.options }),
    },
    call: {
      Protect: (options, password) => {
        if (protection.isOn) throw hostErrors.denied('WorksheetProtection.protect');
        protection.isOn = true;
        protection.options = { ...(options as object | null) };
        protection.password = typeof password === 'string' ? password : undefined;
      },
      Unprotect: (password) => {
        const isRight = protection.password === undefined || protection.password === password;
        if (protection.isOn && !isRight) throw hostErrors.argument('WorksheetProtection.unprotect');
        protection.isOn = false;
        protection.password = undefined;
      },
    },
  });

/** Protection of the structure of a workbook. */
export const workbookProtection = (book: Book): HostObject =>
  hostObject({
    type: 'WorkbookProtection',
    get: { Protected: () => book.isProtected },
    call: {
      Protect: (password) => {
        if (book.isProtected) throw hostErrors.denied('WorkbookProtection.protect');
        book.isProtected = true;
        book.password = typeof password === 'string' ? password : undefined;
      },
      Unprotect: (password) => {
        const isRight = book.password === undefined || book.password === password;
        if (book.isProtected && !isRight) throw hostErrors.argument('WorkbookProtection.unprotect');
        book.isProtected = false;
        book.password = undefined;
      },
    },
  });
