import type { WorkbookPort } from '../../src/app/workbook-port';
import { err, ok } from '../../src/core/result';
import type { Snapshot } from '../../src/core/snapshot';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { snapshotOf } from './workbook-of';

/** A workbook in memory that refuses one of the things that are written to it. */
export const portInMemory = (bytes: Uint8Array, refusedAt = -1) => {
  let now = bytes;
  let writes = 0;
  const read = (): Snapshot => snapshotOf(now);
  const port: WorkbookPort = {
    snapshot: () => Promise.resolve(ok(read())),
    apply: (plan) => {
      if (writes++ === refusedAt) return Promise.resolve(err({ code: 'accessDenied' }));
      const before = now;
      const opened = openWorkbook(now);
      const applied = opened.ok ? opened.value.apply(plan) : opened;
      if (!applied.ok) return Promise.resolve(err(applied.error));
      now = applied.value;
      return Promise.resolve(
        ok({
          undo: () => {
            now = before;
            return Promise.resolve(ok({ cells: [], sheets: [] }));
          },
        }),
      );
    },
    select: () => Promise.resolve(ok(null)),
  };
  return { port, bytes: () => now, read, writes: () => writes };
};
