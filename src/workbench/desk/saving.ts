import { download, hasChanged, pickPlace, readHandle, resultName, writeHandle } from '../files/disk-file';
import type { Desk } from './desk';
import type { DeskTab } from './desk-state';

/** Saves a workbook where it was saved before, else where the user says, else into the downloads. */
export const saveTab = async (desk: Desk, id: string, isElsewhere = false): Promise<void> => {
  await desk.settle(true);
  const tab = desk.state().tabs.find((entry) => entry.id === id);
  if (tab === undefined) return;
  try {
    const handle = await placeToSave(desk, tab, isElsewhere);
    if (handle === null) return;
    const { version } = tab.book.state();
    const bytes = await tab.book.bytes();
    const name = handle?.name ?? resultName(tab.name);
    const saved = handle === undefined ? null : await writeHandle(handle, bytes);
    if (handle === undefined) download(name, bytes);
    desk.markSaved(id, version, saved);
    desk.notify({ kind: 'saved', file: name });
  } catch {
    desk.notify({ kind: 'notSaved', tab: id, file: tab.name });
  }
};

/** Looks whether files of open workbooks were changed by somebody else. */
export const checkDisk = async (desk: Desk): Promise<void> => {
  for (const tab of desk.state().tabs) {
    const place = tab.saved ?? tab.opened;
    if (place !== null && (await hasChanged(place)))
      desk.notify({ kind: 'changedOnDisk', tab: tab.id, file: tab.name });
  }
};

/** Opens the file of a workbook as it is on disk now, beside the workbook that is open. */
export const openAnew = async (desk: Desk, id: string): Promise<void> => {
  const tab = desk.state().tabs.find((entry) => entry.id === id);
  const place = tab?.saved ?? tab?.opened ?? null;
  if (place !== null) await desk.open([await readHandle(place.handle)]);
};

/** Undefined where the browser cannot write to a place, null where nothing is to be written. */
const placeToSave = async (
  desk: Desk,
  tab: DeskTab,
  isElsewhere: boolean,
): Promise<FileSystemFileHandle | null | undefined> => {
  if (tab.saved !== null && !isElsewhere) {
    if (!(await hasChanged(tab.saved))) return tab.saved.handle;
    desk.notify({ kind: 'changedOnDisk', tab: tab.id, file: tab.name });
    return null;
  }
  const handle = await pickPlace(resultName(tab.name));
  if (handle === null || handle === undefined || tab.opened === null) return handle;
  // Who saves over the file that was opened must not lose what somebody else has written there meanwhile.
  const isSame = await handle.isSameEntry(tab.opened.handle);
  if (!isSame || !(await hasChanged(tab.opened))) return handle;
  desk.notify({ kind: 'changedOnDisk', tab: tab.id, file: tab.name });
  return null;
};
