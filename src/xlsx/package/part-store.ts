import { decodePart, encodePart } from '../xml/part-encoding';
import { tooLarge } from '../refusal';
import { CONTENT_TYPES } from './content-types';
import { refusalOfMimetype } from './file-kind';
import type { Packing } from './packing';
import { readZip, readZipEntry, type ZipArchive, type ZipEntry } from './read-zip';
import { writeZip } from './write-zip';

/** Parts of a package that can be read; names match in any letter case, as the packaging standard says. */
export type PartStore = {
  readonly has: (name: string) => boolean;
  /** XML of a part, or undefined where there is none. */
  readonly text: (name: string) => string | undefined;
};

/** A working copy of a package: what is written stands beside the old bytes until it is saved. */
export type Draft = Package & {
  readonly write: (name: string, text: string) => void;
  readonly remove: (name: string) => void;
  /** Bytes of the package with everything that was written; the old bytes where nothing was. */
  readonly save: () => Uint8Array;
};

/** An opened package; each draft starts from what it holds, and leaves it as it is. */
export type Package = PartStore & { readonly draft: () => Draft };

/** What was written into a draft, by the key of the part; null for one that goes. */
type Changes = ReadonlyMap<string, { readonly name: string; readonly text: string | null }>;

/** Contents of parts that were unpacked before, by their names in the archive. */
export type Unpacked = ReadonlyMap<string, Uint8Array>;

/** Ten times the biggest sheet that an agency is known to keep; more would not fit in a browser's memory as text. */
const MAX_TEXT_PART = 0x10000000;
const MAX_MIMETYPE = 200;
/** A byte order mark, or the first letter of a part. */
const HEAD_LENGTH = 2;

/**
 * Opens the bytes of a package. With `unpacked` its texts are kept once they are read, for who reads them again and
 * again: unpacking takes the most time, and the texts much memory.
 */
export const openPackage = (bytes: Uint8Array, unpacked?: Unpacked, packing?: Packing): Package => {
  const archive = readZip(bytes, packing);
  refuseOpenDocument(archive);
  const entries = new Map<string, ZipEntry>(archive.entries.map((entry) => [partKey(entry.name), entry]));
  // The first bytes of parts that were read tell in which encoding to write them; unpacking again would take long.
  const heads = new Map<string, Uint8Array>();
  const plain: PartStore = {
    has: (name) => entries.has(partKey(name)),
    text: (name) => {
      const entry = entries.get(partKey(name));
      if (entry === undefined) return undefined;
      if (entry.size > MAX_TEXT_PART) throw tooLarge(entry.name);
      const content = readZipEntry(archive, entry, unpacked?.get(entry.name));
      heads.set(partKey(name), content.slice(0, HEAD_LENGTH));
      return decodePart(content, entry.name);
    },
  };
  const store = unpacked === undefined ? plain : remembering(plain);

  const draftAfter = (before: Changes): Draft => {
    const changed = new Map(before);
    const text = (name: string): string | undefined => {
      const change = changed.get(partKey(name));
      return change === undefined ? store.text(name) : (change.text ?? undefined);
    };
    const set = (name: string, newText: string | null): void => {
      const key = partKey(name);
      changed.set(key, { name: entries.get(key)?.name ?? name, text: newText });
    };
    return {
      text,
      has: (name) => {
        const change = changed.get(partKey(name));
        return change === undefined ? store.has(name) : change.text !== null;
      },
      draft: () => draftAfter(changed),
      write: set,
      remove: (name) => {
        set(name, null);
      },
      save: () => {
        const changes = new Map<string, Uint8Array | null>();
        for (const [key, { name, text: newText }] of changed) {
          const entry = entries.get(key);
          const head = heads.get(key) ?? (entry && readZipEntry(archive, entry));
          const content = newText === null ? null : encodePart(newText, head);
          if (content === null || entry === undefined || !isSameContent(archive, entry, content))
            changes.set(name, content);
        }
        return changes.size === 0 ? bytes.slice() : writeZip(archive, changes);
      },
    };
  };
  return { ...store, draft: () => draftAfter(new Map()) };
};

/** The same parts, each unpacked once. */
const remembering = (store: PartStore): PartStore => {
  const texts = new Map<string, string | undefined>();
  return {
    has: store.has,
    text: (name) => {
      const key = partKey(name);
      if (!texts.has(key)) texts.set(key, store.text(name));
      return texts.get(key);
    },
  };
};

const isSameContent = (archive: ZipArchive, entry: ZipEntry, content: Uint8Array): boolean => {
  if (content.length !== entry.size || archive.packing.crc32(content) !== entry.crc) return false;
  const old = readZipEntry(archive, entry);
  return content.every((byte, i) => byte === old[i]);
};

/** What is no Office file may say in a file of its own what it is instead. */
const refuseOpenDocument = (archive: ZipArchive): void => {
  const entry = archive.entries.find(({ name }) => name === 'mimetype');
  const isOffice = archive.entries.some(({ name }) => partKey(name) === partKey(CONTENT_TYPES));
  if (isOffice || entry === undefined || entry.size > MAX_MIMETYPE) return;
  throw refusalOfMimetype(new TextDecoder().decode(readZipEntry(archive, entry)));
};

const partKey = (name: string): string => name.toLowerCase();
