import { createRoot } from 'react-dom/client';
import { layDesk } from './desk/desk';
import { openUnsavedStore, type UnsavedStore } from './desk/unsaved-store';
import { loadSample } from './load-sample';
import { Workbench } from './workbench';

const container = document.getElementById('workbench');
if (container === null) throw new Error('The page has no place for the workbench');

/** A browser in private mode may keep nothing; the page works all the same. */
const openStore = async (page: string): Promise<UnsavedStore | null> => {
  try {
    return await openUnsavedStore(page);
  } catch {
    return null;
  }
};

const start = async (root: HTMLElement): Promise<void> => {
  const page = crypto.randomUUID();
  const store = await openStore(page);
  const desk = layDesk(store, page, () => new Worker(new URL('./files/book-worker.ts', import.meta.url)));
  createRoot(root).render(<Workbench desk={desk} />);
  const left = (await store?.left()) ?? [];
  if (store === null) desk.notify({ kind: 'notRemembered' });
  if (left.length > 0) desk.notify({ kind: 'found', books: left });
  await desk.open([await loadSample()]);
};

void start(container);

// While it is developed the page must not come from yesterday's copy.
if (process.env['NODE_ENV'] === 'production' && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => {
    void navigator.serviceWorker.register('service-worker.js');
  });
}
