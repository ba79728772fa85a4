import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { ROOT } from './pane-page';

const PICTURES = join(ROOT, 'assets/screenshots/pane');
const WIDTHS = [270, 320, 350] as const;
const HEIGHT = 700;

type Look = 'light' | 'dark' | 'contrast';

const GROUNDS: Readonly<Record<Look, readonly [ground: string, text: string]>> = {
  light: ['#FFFFFF', '#000000'],
  dark: ['#262626', '#FFFFFF'],
  contrast: ['#000000', '#FFFFFF'],
};

/** Gives Office a theme, as the officer chooses it, and comes back to the pane; a page without Office goes by the system's. */
export const setLook = async (page: Page, look: Look): Promise<void> => {
  await page.emulateMedia({
    forcedColors: look === 'contrast' ? 'active' : 'none',
    colorScheme: look === 'light' ? 'light' : 'dark',
    // Colours that are on their way from one look to the next are those of neither.
    reducedMotion: 'reduce',
  });
  await page.evaluate(
    ([ground, text]) => {
      if (!('Office' in window)) return;
      Object.assign(Office.context.officeTheme, { bodyBackgroundColor: ground, bodyForegroundColor: text });
      window.dispatchEvent(new Event('focus'));
    },
    [...GROUNDS[look]] as const,
  );
};

/** Texts of the pane that reach beyond its right edge. */
export const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('nav *, header *, main *, footer *')]
      .filter(
        (part) =>
          !part.closest('[hidden]') &&
          getComputedStyle(part).position !== 'absolute' &&
          (part.scrollWidth > Math.max(window.innerWidth, part.clientWidth) ||
            part.getBoundingClientRect().right > window.innerWidth + 0.5),
      )
      .map(({ tagName, textContent }) => `${tagName} ${textContent}`),
  );

/** Rules of axe that a look can break; all others see the same page in each. */
const BY_COLOUR = ['color-contrast', 'link-in-text-block'];

/** What axe finds in the pane as it stands. */
const axeFinds = async (page: Page, look: Look): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (look === 'light' ? axe : axe.withRules(BY_COLOUR)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
};

/** Height that what scrolls between head and foot keeps at least. */
const LEAST_MIDDLE = 120;

/** What does not fit where the officer has all text twice as large. */
const faultsOfLargeText = (page: Page): Promise<readonly string[]> =>
  page.evaluate((leastMiddle) => {
    const parts = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (part) => part instanceof HTMLElement && part.closest('[hidden]') === null,
    );
    const own = parts.map(({ style: { fontSize, lineHeight } }) => ({ fontSize, lineHeight }));
    const sizes = parts.map((part) => {
      const { fontSize, lineHeight } = getComputedStyle(part);
      return [Number.parseFloat(fontSize) * 2, Number.parseFloat(lineHeight) * 2] as const;
    });
    parts.forEach((part, index) => {
      const [size, height] = sizes[index] ?? [0, 0];
      part.style.fontSize = `${size}px`;
      if (!Number.isNaN(height)) part.style.lineHeight = `${height}px`;
    });
    const texts = parts.filter((part) => getComputedStyle(part).position !== 'absolute');
    const outside = texts.filter(
      (part) =>
        part.closest('nav, header, main, footer') &&
        part.getBoundingClientRect().right > window.innerWidth + 0.5,
    );
    const cut = texts.filter(
      (part) =>
        part.matches('button, a, h1, h2, p') &&
        // The ring around what has the keyboard reaches two pixels further.
        part.scrollWidth > part.clientWidth + 2 &&
        part.clientWidth > 0,
    );
    const middle = document.querySelector('main');
    const squeezed =
      middle !== null && middle.clientHeight < Math.min(leastMiddle, middle.scrollHeight) ? [middle] : [];
    const faults = [...outside, ...cut, ...squeezed].map(
      ({ tagName, className, textContent, scrollWidth, clientWidth }) =>
        `${tagName}.${className} ${scrollWidth} in ${clientWidth} px: ${textContent}`,
    );
    parts.forEach((part, index) => {
      Object.assign(part.style, own[index]);
    });
    return faults;
  }, LEAST_MIDDLE);

/** Waits until nothing is under way. */
const settled = (page: Page): Promise<void> =>
  page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });

/** Everything that is wrong with a state of the pane: with axe in each look, with what does not fit in each width, and with large text. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  await settled(page);
  for (const look of ['dark', 'contrast', 'light'] as const) {
    await setLook(page, look);
    faults.push(...(await axeFinds(page, look)).map((fault) => `${look} ${fault}`));
  }
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    faults.push(...(await tooWide(page)).map((text) => `${width} px: ${text}`));
  }
  await page.setViewportSize({ width: 320, height: HEIGHT });
  faults.push(...(await faultsOfLargeText(page)).map((text) => `text at 200 %: ${text}`));
  return faults;
};

/** Takes the pictures of a state where PICTURES=1 asks for them; they are looked at, not compared. */
export const takePictures = async (page: Page, name: string): Promise<void> => {
  if (process.env['PICTURES'] !== '1') return;
  await settled(page);
  mkdirSync(PICTURES, { recursive: true });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    writeFileSync(join(PICTURES, `${name}-${width}.png`), await page.screenshot());
  }
  await page.setViewportSize({ width: 320, height: HEIGHT });
};
