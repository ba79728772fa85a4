import type { WorkbookRefusal } from '../../../src/app/workbook-port';
import { indicatorSheet } from '../../support/typed-workbooks';
import { workbookOf } from '../../support/workbook-of';
import { makeWorkbook, STYLES } from '../workbooks';
import { partText, unzipParts, zipParts, type Parts } from '../zip-parts';

/** A file that must be refused, and the part or cell that the sentence must name. */
export type Kind = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: WorkbookRefusal['code'];
  readonly names?: string;
};

const SCORES = [94, 88, 90, 88, 90, 96, 96, 94, 100, 100];
const typed = partText(
  workbookOf({ คะแนน: indicatorSheet('เทศบาลตำบลกอไก่', 2565, SCORES) }),
  'xl/worksheets/sheet1.xml',
);

/** A workbook that is analysed as it stands; each kind differs from it in one thing. */
export const SOUND: Uint8Array = makeWorkbook({
  sheets: [{ name: 'คะแนน', xml: /<sheetData>.*<\/sheetData>/s.exec(typed)?.[0] ?? '' }],
  styles: STYLES,
});

const SOUND_PARTS = unzipParts(SOUND);

export const SHEET = 'xl/worksheets/sheet1.xml';
export const WORKBOOK = 'xl/workbook.xml';
export const LINKS = 'xl/_rels/workbook.xml.rels';
export const ROOT_LINKS = '_rels/.rels';

/** Parts of the sound workbook, some with other contents, some left out. */
export const partsWith = (changes: Readonly<Record<string, string | Uint8Array | null>>): Parts =>
  Object.fromEntries(
    Object.entries({ ...SOUND_PARTS, ...changes }).flatMap(([name, content]) =>
      content === null ? [] : [[name, content]],
    ),
  );

/** One part of the sound workbook with a text in it replaced. */
export const edited = (name: string, from: string | RegExp, to: string): Parts => {
  const old = partText(SOUND, name);
  const text = old.replace(from, to);
  if (text === old) throw new Error(`${name} holds no ${String(from)}`);
  return partsWith({ [name]: text });
};

/** A kind made by such a replacement. */
export const byEdit = (
  name: string,
  code: Kind['code'],
  [part, from, to]: readonly [part: string, from: string | RegExp, to: string],
  names: string | undefined = part,
): Kind => ({ name, code, bytes: zipParts(edited(part, from, to)), ...(names === '' ? {} : { names }) });
