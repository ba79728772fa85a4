/** A file as it was picked; `place` leads back to it on disk where the browser allows. */
export type PickedFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly place: DiskPlace | null;
};

/** A file on disk, and how it looked when it was read or written last. */
export type DiskPlace = { readonly handle: FileSystemFileHandle; readonly stamp: string };

type Pickers = {
  readonly showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
  readonly showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
};

const ENDINGS = ['.xlsx', '.xlsm', '.xltx', '.xltm'];
const TYPES = [{ accept: { 'application/zip': ENDINGS } }];
/** What a click on the input for files offers where the browser has no picker of its own. */
export const ACCEPTED = ENDINGS.join();

const pickers = (): Pickers => window as unknown as Pickers;

/** Whether the browser gives files with a way back to them. */
export const canPick = (): boolean => pickers().showOpenFilePicker !== undefined;

/** Lets the user pick workbooks; none where the user picks nothing. */
export const pickFiles = async (): Promise<readonly PickedFile[]> => {
  const handles = await orNone(pickers().showOpenFilePicker?.({ multiple: true, types: TYPES }));
  return Promise.all((handles ?? []).map(readHandle));
};

/** Reads a file by its handle. */
export const readHandle = async (handle: FileSystemFileHandle): Promise<PickedFile> => {
  const file = await handle.getFile();
  return { ...(await readFile(file)), place: { handle, stamp: stampOf(file) } };
};

/** Reads a file that came without a way back. */
export const readFile = async (file: File): Promise<PickedFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
  place: null,
});

/** Reads what was dropped on the page. */
export const readDropped = (transfer: DataTransfer): Promise<readonly PickedFile[]> =>
  // The list is gone once the event is over, so everything is asked for at once.
  Promise.all(
    Array.from(transfer.items)
      .filter(({ kind }) => kind === 'file')
      .map(async (item) => {
        const file = item.getAsFile();
        const asked = item as unknown as { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };
        const handle = await asked.getAsFileSystemHandle?.().catch(() => null);
        if (handle?.kind === 'file') return readHandle(handle as FileSystemFileHandle);
        return file === null ? null : readFile(file);
      }),
  ).then((files) => files.filter((file) => file !== null));

/** Whether a file on disk is another than it was; one that is gone or locked is not known to be. */
export const hasChanged = async ({ handle, stamp }: DiskPlace): Promise<boolean> => {
  try {
    return stampOf(await handle.getFile()) !== stamp;
  } catch {
    return false;
  }
};

/** Writes a file whole; the old one stays until the new one is complete. */
export const writeHandle = async (handle: FileSystemFileHandle, bytes: Uint8Array): Promise<DiskPlace> => {
  const writable = await handle.createWritable();
  await writable.write(bytes.slice().buffer);
  await writable.close();
  return { handle, stamp: stampOf(await handle.getFile()) };
};

/** Lets the user choose where to save; undefined where the browser cannot ask, null where the user chooses nothing. */
export const pickPlace = async (name: string): Promise<FileSystemFileHandle | null | undefined> => {
  const picker = pickers().showSaveFilePicker;
  return picker === undefined ? undefined : ((await orNone(picker({ suggestedName: name }))) ?? null);
};

/** Gives a file to the browser's downloads. */
export const download = (name: string, bytes: Uint8Array): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes.slice().buffer]));
  link.download = name;
  link.click();
  window.setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
};

/** The name of a result, as the command gives it: `NAME-ITA.xlsx`. */
export const resultName = (name: string): string => {
  const [, stem = name, ending = '.xlsx'] = /^(.*?)(\.[^.]*)$/.exec(name) ?? [];
  return stem.endsWith('-ITA') ? name : `${stem}-ITA${ending}`;
};

const stampOf = ({ lastModified, size }: File): string => `${lastModified} ${size}`;

/** A picker that was closed is no failure. */
const orNone = async <Value>(picked: Promise<Value> | undefined): Promise<Value | undefined> => {
  try {
    return await picked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
};
