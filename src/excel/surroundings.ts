import type { WorkbookRefusal } from '../app/workbook-port';
import type { Result } from '../core/result';
import { answered } from './run-excel';

/** Language in which Office speaks, as far as the pane does too: Thai, or English to everybody else. */
export const officeLanguage = (): 'th' | 'en' =>
  Office.context.displayLanguage.toLowerCase().startsWith('th') ? 'th' : 'en';

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));

/** Relative brightness of a colour `#RRGGBB`, 0–1. */
const brightness = (color: string): number => {
  const [red = 255, green = 255, blue = 255] = channels(color);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
};

const PURE = 0.01;
const DARK = 0.5;

/**
 * How Office looks: `contrast` where the system asks for it, or where text and ground are pure white and black, as only
 * a contrast theme has them on black; not every Office tells its colours.
 */
export const officeLook = (): 'light' | 'dark' | 'contrast' => {
  // Documented as always there, but Excel on the web has been seen without it.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  if (theme === undefined || !/^#[\da-f]{6}$/i.test(theme.bodyBackgroundColor)) return 'light';
  const ground = brightness(theme.bodyBackgroundColor);
  if (ground < PURE && brightness(theme.bodyForegroundColor) > 1 - PURE) return 'contrast';
  return ground < DARK ? 'dark' : 'light';
};

/** Opens a workbook of these bytes in a window of its own; the one in front stays as it is. */
export const openNewWorkbook = (bytes: Uint8Array): Promise<Result<null, WorkbookRefusal>> =>
  answered(async () => {
    await Excel.createWorkbook(btoa(String.fromCharCode(...bytes)));
    return null;
  });
