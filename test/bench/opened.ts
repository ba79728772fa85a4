import { readFileSync } from 'node:fs';
import type { Snapshot } from '../../src/core/snapshot';
import { openNatively } from '../../src/cli/open-natively';
import type { XlsxWorkbook } from '../../src/xlsx/open-workbook';

/** A workbook file as our port opens it. */
export const opened = (file: string): XlsxWorkbook => {
  const result = openNatively(new Uint8Array(readFileSync(file)));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** Cells that hold something. */
export const filled = ({ sheets }: Snapshot): number =>
  sheets
    .flatMap(({ rows }) => rows.map((row) => row?.filter((cell) => cell !== undefined).length ?? 0))
    .reduce((sum, cells) => sum + cells, 0);
