import type { GridTexts } from '../../app/messages/workbench-texts';
import type { Grid, GridEvents, startGrid } from './grid';

/** Fonts of Thai workbooks that the page brings along; the grid measures text, so they come before it. */
const FONTS = ['400 20px "TH Sarabun New"', '700 20px "TH Sarabun New"'];

const STYLES = [
  new URL('@univerjs/preset-sheets-core/lib/index.css', import.meta.url),
  new URL('@univerjs/preset-sheets-conditional-formatting/lib/index.css', import.meta.url),
];

/** Fetches what the grid needs before there is a workbook to show. */
export const preloadGrid = async (): Promise<typeof startGrid> => {
  const [grid] = await Promise.all([
    import('./grid'),
    ...FONTS.map((font) => document.fonts.load(font, 'กA')),
  ]);
  return grid.startGrid;
};

/** Loads the grid and starts it; rejects where a part of it does not come. */
export const loadGrid = async (
  container: HTMLElement,
  texts: GridTexts,
  events: GridEvents,
): Promise<Grid> => {
  const [start] = await Promise.all([preloadGrid(), ...STYLES.map(loadStyles)]);
  return start(container, texts, events);
};

const loadStyles = ({ href }: URL): Promise<void> =>
  new Promise((done, fail) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = () => {
      done();
    };
    link.onerror = () => {
      fail(new Error(`Not loaded: ${href}`));
    };
    document.head.append(link);
  });
