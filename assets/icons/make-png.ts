import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Sizes in pixels that the ribbon and the lists of add-ins ask for. */
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96];
const FOLDER = import.meta.dirname;

// Draws every icon of this folder in every size: `npm run icons`, needed only after a drawing changed.
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium' });
const page = await browser.newPage();
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.svg'))) {
  const drawing = readFileSync(join(FOLDER, file), 'utf8');
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`);
    const image = await page.screenshot({ omitBackground: true });
    writeFileSync(join(FOLDER, file.replace('.svg', `-${size}.png`)), image);
  }
}
await browser.close();
