import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';

/** A file that is to be read. */
export type InputFile = {
  readonly path: string;
  /** Its path from the folder that holds all of them, the same on every system. */
  readonly name: string;
  /** What changes with its contents: size and times; null where there is no such file. */
  readonly stamp: string | null;
};

/** What stands in the folders and behind the names that were given. */
export type Inputs = {
  /** Folder that holds all of them. */
  readonly folder: string;
  /** In the order of their names. */
  readonly files: readonly InputFile[];
  /** How many files of other kinds stand in the folders, by ending; an agency may have mailed its scores as one. */
  readonly others: ReadonlyMap<string, number>;
};

const WORKBOOKS = ['.xlsx', '.xlsm', '.xltx', '.xltm'];
/** Kinds of workbooks that cannot be read; the file port says what to do with each. */
const OTHER_WORKBOOKS = ['.xls', '.xlt', '.xlsb', '.ods', '.ots', '.fods'];

const isHidden = (name: string): boolean => name.startsWith('.') || name.startsWith('~$');

const statOf = (path: string): Stats | null => {
  try {
    return statSync(path);
  } catch {
    return null;
  }
};

const entriesOf = (folder: string): readonly string[] | null => {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
};

/** Every file below a folder that is not hidden; a folder that cannot be listed stands for itself. */
const filesBelow = (folder: string, seen: Set<string>): readonly string[] => {
  const place = realpathSync(folder);
  // A link may lead back to a folder above it.
  if (seen.has(place)) return [];
  seen.add(place);
  const entries = entriesOf(folder);
  if (entries === null) return [folder];
  return entries
    .filter((name) => !isHidden(name))
    .flatMap((name) => {
      const path = join(folder, name);
      return statOf(path)?.isDirectory() === true ? filesBelow(path, seen) : [path];
    });
};

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path && way !== path;
};

/** Deepest folder that holds all paths; on several drives the first one's, as none does. */
const commonFolder = ([first = '.', ...others]: readonly string[]): string => {
  let folder = first;
  while (!others.every((path) => isBelow(path, folder)) && dirname(folder) !== folder)
    folder = dirname(folder);
  return folder;
};

const stampOf = ({ size, mtimeMs, ctimeMs }: Stats): string => [size, mtimeMs, ctimeMs].join('/');

const byName = (a: InputFile, b: InputFile): number => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/**
 * Finds the workbooks behind folders and names of files. Files that are named are taken whatever they are; below a
 * folder those that look like workbooks are, save locks, hidden files and the one that will be written.
 */
export const findInputs = (given: readonly string[], isLeftOut: (path: string) => boolean): Inputs => {
  const paths = given.map((path) => resolve(path));
  const isFolder = (path: string): boolean => statOf(path)?.isDirectory() === true;
  const folder = commonFolder(paths.map((path) => (isFolder(path) ? path : dirname(path))));
  const seen = new Set<string>();
  const found = new Set<string>();
  const others = new Map<string, number>();
  for (const path of paths) {
    if (!isFolder(path)) found.add(path);
    else
      for (const file of filesBelow(path, seen)) {
        const kind = extname(file).toLowerCase();
        if ([...WORKBOOKS, ...OTHER_WORKBOOKS].includes(kind) || isFolder(file)) found.add(file);
        else others.set(kind === '' ? basename(file) : kind, (others.get(kind) ?? 0) + 1);
      }
  }
  const files = [...found]
    .filter((path) => !isLeftOut(path))
    .map((path): InputFile => {
      const stats = statOf(path);
      return {
        path,
        name: relative(folder, path).split(sep).join('/') || basename(path),
        stamp: stats === null ? null : stampOf(stats),
      };
    });
  return { folder, files: files.sort(byName), others };
};
