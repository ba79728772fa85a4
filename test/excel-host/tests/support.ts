import { bookWith, type TypedRows } from '../book/book-with';
import { bootOffice } from '../boot-jsdom';
import { Host, type HostOptions } from '../host';

/** A host with a sheet `S`, or with the given sheets, behind office.js. */
export const hostWith = async (
  sheets: Readonly<Record<string, TypedRows>> = { S: [] },
  options: HostOptions = {},
): Promise<Host> => {
  const host = new Host(bookWith(sheets), { apiLevel: '1.15', ...options });
  await bootOffice(host);
  return host;
};

/** What a job in Excel ends with: its error's code, or undefined. */
export const codeOf = async (
  job: (context: Excel.RequestContext) => unknown,
): Promise<string | undefined> => {
  try {
    await Excel.run(async (context) => {
      await job(context);
      await context.sync();
    });
    return undefined;
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
};

/** Runs a job on the first sheet. */
export const onSheet = <Value>(
  job: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<Value>,
): Promise<Value> => Excel.run((context) => job(context.workbook.worksheets.getFirst(), context));
