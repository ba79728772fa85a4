import type { WorkbookRefusal } from '../app/workbook-port';
import type { ChangePlan } from '../core/change-plan';
import { quotedSheet } from '../core/cell-address';
import type { Result } from '../core/result';
import type { Snapshot } from '../core/snapshot';
import { newWorkbook } from '../xlsx/new-workbook';
import { openNatively } from './open-natively';

/** By this name a workbook that the command wrote is known again, however it was renamed or saved since. */
const COLLECTION = 'ITA_Collection';

/** Whether a workbook is one that the command wrote, and not one that an agency mailed. */
export const isCollection = ({ names }: Snapshot): boolean =>
  names.some(({ name, scope }) => scope === null && name === COLLECTION);

/** Bytes of a new workbook that holds what was collected. */
export const collectedWorkbook = (plan: ChangePlan): Result<Uint8Array, WorkbookRefusal> => {
  const sheets = plan.sheets.map(({ name }) => name);
  const opened = openNatively(newWorkbook(sheets));
  const mark = { name: COLLECTION, refersTo: `${quotedSheet(sheets[0] ?? '')}!$A$1` };
  return opened.ok
    ? opened.value.apply({ ...plan, names: [...plan.names.filter(({ name }) => name !== COLLECTION), mark] })
    : opened;
};
