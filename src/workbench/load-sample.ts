import type { PickedFile } from './files/disk-file';

const ADDRESS = new URL('../../assets/sample/nakhon-pathom-2565.xlsx', import.meta.url);
const NAME = 'nakhon-pathom-2565.xlsx';

/** The sample workbook, by the name under which the project has it. */
export const loadSample = async (): Promise<PickedFile> => {
  const response = await fetch(ADDRESS);
  if (!response.ok) throw new Error(`No sample: ${response.status}`);
  return { name: NAME, bytes: new Uint8Array(await response.arrayBuffer()), place: null };
};
