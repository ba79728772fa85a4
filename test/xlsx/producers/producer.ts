import type { CellValue, SheetSnapshot, Snapshot } from '../../../src/core/snapshot';
import { rawFiles, rawZip, type RawFile } from '../raw-zip';
import type { Parts } from '../zip-parts';

/** What one cell must show; formula and format where it has any. */
export type ShownCell = readonly [value: CellValue, formula?: string | null, format?: string];

export type ShownSheet = {
  readonly name: string;
  readonly visibility?: SheetSnapshot['visibility'];
  /** Every cell with content, by its name. */
  readonly cells: Readonly<Record<string, ShownCell>>;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly tables?: readonly {
    readonly name: string;
    readonly range: string;
    readonly columns: readonly string[];
  }[];
};

/** A workbook as a program is known to write it, and what reading it must give. */
export type Producer = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What is in the archive, by path as the standard writes it. */
  readonly parts: Parts;
  readonly sheets: readonly ShownSheet[];
  readonly names?: Snapshot['names'];
  /** Parts that change when cells are typed into the first sheet; `+` stands before one that is new. */
  readonly changes: readonly string[];
  /** Written in a way that the plain reader of the structure check does not follow; nothing may get worse. */
  readonly isOdd?: boolean;
};

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A content types part: `sheet`, `worksheet` and the like are short for the types of a spreadsheet. */
export const typesXml = (overrides: Readonly<Record<string, string>>, declaration: string): string =>
  `${declaration}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    overrides,
  )
    .map(
      ([part, type]) =>
        `<Override PartName="${part}" ContentType="${type.includes('/') ? type : `${SHEETML}.${type}+xml`}"/>`,
    )
    .join('')}</Types>`;

export type Link = readonly [id: string, kind: string, target: string];

/** A relationships part; a kind without an address is one of Office's. */
export const linksXml = (links: readonly Link[], declaration: string, office = OFFICE): string =>
  `${declaration}<Relationships xmlns="${PACKAGE}/relationships">${links
    .map(
      ([id, kind, target]) =>
        `<Relationship Id="${id}" Type="${kind.includes('/') ? kind : `${office}/${kind}`}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

export type Packaged = Pick<Producer, 'bytes' | 'parts'>;

/** Parts with the archive that they make, its files all written the same way. */
export const packaged = (parts: Parts, way: Partial<RawFile> = {}): Packaged => ({
  bytes: rawZip(rawFiles(parts, way)),
  parts,
});
