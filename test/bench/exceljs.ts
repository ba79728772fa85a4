import { createRequire } from 'node:module';
import { join } from 'node:path';
import { measured, type Measurement } from './measured';

type ExcelJsSheet = {
  readonly rowCount: number;
  readonly eachRow: (visit: (row: { readonly actualCellCount: number }) => void) => void;
  readonly getRow: (row: number) => { readonly getCell: (column: number) => { readonly value: unknown } };
  readonly addRow: (values: readonly unknown[]) => unknown;
};
/** What the comparisons use of exceljs, which has no part in the project. */
export type ExcelJs = {
  readonly Workbook: new () => {
    readonly xlsx: {
      readonly readFile: (file: string) => Promise<unknown>;
      readonly writeFile: (file: string) => Promise<unknown>;
    };
    readonly worksheets: readonly ExcelJsSheet[];
    readonly addWorksheet: (name: string) => ExcelJsSheet;
  };
};

/** exceljs from the folder of its own into which it was installed. */
export const loadExcelJs = (folder: string): ExcelJs =>
  createRequire(join(folder, 'package.json'))('exceljs') as ExcelJs;

/** Reads a workbook with exceljs; what is counted are cells that hold something. */
export const readWithExcelJs = ({ Workbook }: ExcelJs, file: string): Promise<Measurement> => {
  const workbook = new Workbook();
  return measured(
    () => workbook.xlsx.readFile(file),
    () => {
      let cells = 0;
      for (const sheet of workbook.worksheets) sheet.eachRow((row) => (cells += row.actualCellCount));
      return cells;
    },
  );
};
