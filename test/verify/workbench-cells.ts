import type { Page } from 'playwright-core';
import { openWorkbook } from '../../src/xlsx/open-workbook';
import { makeWorkbook, STYLES } from '../xlsx/workbooks';

type Position = { readonly x: number; readonly y: number };

/** Middle of a cell on a sheet without looks of its own. */
export const plainCell = (row: number, column: number): Position => ({
  x: 46 + column * 64 + 32,
  y: 22 + row * 20 + 10,
});

/** What a cell of the first sheet of a saved file holds. */
export const cellIn = ({ bytes }: { readonly bytes: Uint8Array }, row: number, column: number): unknown => {
  const opened = openWorkbook(bytes);
  return opened.ok ? opened.value.snapshot().sheets[0]?.rows[row]?.[column]?.value : opened.error;
};

/** A corner of a cell as it is drawn, without its text and its frame. */
export const pixelsAt = async (page: Page, { x, y }: Position): Promise<Buffer> => {
  const box = await page.locator('[data-grid]').boundingBox();
  if (box === null) throw new Error('No grid');
  return page.screenshot({ clip: { x: box.x + x + 20, y: box.y + y - 7, width: 4, height: 3 } });
};

/** A cell for a day, one with a list to pick from, and an open one that is tinted as ours are. */
export const formWorkbook = (): Uint8Array => {
  const styles =
    STYLES.replace('<cellXfs count="4">', '<cellXfs count="5">').replace(
      '</cellXfs>',
      '<xf numFmtId="71" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    ) + '<dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFF2CC"/></patternFill></fill></dxf></dxfs>';
  const xml =
    '<sheetData><row r="1"><c r="A1" s="4"/><c r="C1" t="str"><v>[ระบุ]</v></c></row></sheetData>' +
    '<conditionalFormatting sqref="C1"><cfRule type="expression" dxfId="0" priority="1">' +
    '<formula>OR(C1="",COUNTIF(C1,"[ระบุ*")&gt;0)</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="list" sqref="B1"><formula1>"กองคลัง,กองช่าง"</formula1>' +
    '</dataValidation></dataValidations>';
  return makeWorkbook({ sheets: [{ name: 'ช่อง', xml }], styles });
};

/** Numbers in five columns and rows, of which one cell (C3) lies under a merged area. */
export const mergedWorkbook = (): Uint8Array => {
  const rows = [1, 2, 3, 4, 5].map((row) => {
    const cells = ['A', 'B', 'C', 'D', 'E'].map(
      (letter, column) => `<c r="${letter}${row}"><v>${row * 10 + column}</v></c>`,
    );
    return `<row r="${row}">${cells.join('')}</row>`;
  });
  const xml = `<sheetData>${rows.join('')}</sheetData><mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>`;
  return makeWorkbook({ sheets: [{ name: 'วาง', xml }], styles: STYLES });
};

/** Puts into the clipboard what Excel puts there: a page with styles and a merged cell, and the same as text. */
export const copyAsExcel = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const html =
      '<html><head><meta name=ProgId content=Excel.Sheet><style>.xl65{font-size:16pt}</style></head><body><table>' +
      '<tr><td class=xl65>๙๕.๕</td><td colspan=2>รวม น้ำใส</td></tr>' +
      '<tr><td>88.50</td><td>ก</td><td>=1+1</td></tr></table></body></html>';
    const text = '๙๕.๕\tรวม น้ำใส\t\r\n88.50\tก\t=1+1\r\n';
    const as = (type: string, content: string): Record<string, Blob> => ({
      [type]: new Blob([content], { type }),
    });
    await navigator.clipboard.write([
      new ClipboardItem({ ...as('text/html', html), ...as('text/plain', text) }),
    ]);
  });
