import { columnLetters } from '../../src/core/cell-address';
import type { Snapshot, SnapshotCell } from '../../src/core/snapshot';
import { makeWorkbook } from '../xlsx/workbooks';
import { AGENCIES, agencyRows, HEADS, TITLE, type Listed } from './country-list';

export const SHEET = 'ทุกหน่วยงาน';

// Plain, a title, heads, texts and scores, as an officer sets them.
const STYLES =
  '<fonts count="2"><font><sz val="14"/><name val="TH Sarabun New"/></font><font><b/><sz val="16"/><name val="TH Sarabun New"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment horizontal="center" wrapText="1"/></xf>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/>' +
  '<xf numFmtId="2" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
const STYLE = { title: 1, head: 2, text: 3, score: 4 };

/** Title, heads and agencies. */
function* sheetRows(agencies: number): Generator<readonly Listed[]> {
  yield [TITLE];
  yield HEADS;
  yield* agencyRows(agencies);
}

/** The workbook of a ministry: one sheet with every agency of the country in a row of its own, texts shared. */
export const countryWorkbook = (agencies = AGENCIES): Uint8Array => {
  const letters = HEADS.map((_, column) => columnLetters(column));
  const strings = new Map<string, number>();
  const shared = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const rows: string[] = [];
  for (const values of sheetRows(agencies)) {
    const row = rows.length;
    const styleOf = (value: Listed): number => {
      if (row < 2) return row === 0 ? STYLE.title : STYLE.head;
      return typeof value === 'number' ? STYLE.score : STYLE.text;
    };
    const cells = values.map((value, column) => {
      const head = `<c r="${letters[column] ?? ''}${row + 1}" s="${styleOf(value)}"`;
      if (value === null) return `${head}/>`;
      return typeof value === 'number'
        ? `${head}><v>${value}</v></c>`
        : `${head} t="s"><v>${shared(value)}</v></c>`;
    });
    rows.push(`<row r="${row + 1}" spans="1:${HEADS.length}">${cells.join('')}</row>`);
  }
  const area = `A2:${letters.at(-1) ?? ''}${rows.length}`;
  const xml =
    `<dimension ref="${area.replace('A2', 'A1')}"/><sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>` +
    `<cols><col min="2" max="2" width="42" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData><autoFilter ref="${area}"/>`;
  const texts = [...strings.keys()].map((text) => `<t>${text}</t>`);
  return makeWorkbook({ sheets: [{ name: SHEET, xml }], strings: texts, styles: STYLES });
};

/** The same sheet in memory, as a port reads it. */
export const countrySnapshot = (agencies: number): Snapshot => {
  const rows: (SnapshotCell | undefined)[][] = [];
  for (const values of sheetRows(agencies))
    rows.push(
      values.map((value) =>
        value === null
          ? undefined
          : { value, formula: null, format: typeof value === 'number' ? '0.00' : 'General' },
      ),
    );
  return {
    sheets: [
      {
        name: SHEET,
        visibility: 'visible',
        rows,
        merges: [],
        hiddenRows: new Set<number>(),
        tables: [],
        isProtected: false,
        isFiltered: false,
      },
    ],
    names: [],
  };
};
