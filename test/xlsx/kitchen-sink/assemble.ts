import { zipParts, type Parts } from '../zip-parts';

/** A link of a part: id, kind (last segment of an Office type, or a whole type), target; external where it says so. */
export type PartLink = readonly [id: string, kind: string, target: string, mode?: 'External'];

/** A part with its content type (none where the extension's default holds) and its links. */
export type PartSpec = {
  readonly type?: string;
  readonly content: string | Uint8Array;
  readonly links?: readonly PartLink[];
};

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const DEFAULTS = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  bin: 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings',
};

/** Packs parts with the content types and relationships that they state. */
export const assemble = (
  parts: Readonly<Record<string, PartSpec>>,
  links: readonly PartLink[],
): Uint8Array => {
  const overrides = Object.entries(parts).flatMap(([name, { type }]) =>
    type === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`],
  );
  const defaults = Object.entries(DEFAULTS).map(
    ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
  );
  const files: Record<string, Parts[string]> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${overrides.join('')}</Types>`,
    '_rels/.rels': relationships(links),
  };
  for (const [name, { content, links: own }] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? DECLARATION + content : content;
    if (own === undefined) continue;
    const at = name.lastIndexOf('/') + 1;
    files[`${name.slice(0, at)}_rels/${name.slice(at)}.rels`] = relationships(own);
  }
  return zipParts(files);
};

const relationships = (links: readonly PartLink[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${links
    .map(([id, kind, target, mode]) => {
      const type = kind.includes('/') ? kind : `${OFFICE}/relationships/${kind}`;
      return `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode === undefined ? '' : ` TargetMode="${mode}"`}/>`;
    })
    .join('')}</Relationships>`;
