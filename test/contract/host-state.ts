import type { Host } from '../excel-host/host';

/** Everything that a workbook behind office.js holds; which sheet is in front does not matter. */
export const stateOf = (host: Host): object => ({ ...host.snapshot(), view: null });
