import { basename } from 'node:path';

// A reader that does what the name of a file says, in place of reading it.

const CHUNK = 1_000_000;

const obey = (name: string): void => {
  if (name.includes('dies')) process.exit(3);
  if (name.includes('hangs')) for (;;);
  if (name.includes('fills')) {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: CHUNK }, (_, index) => index + kept.length));
  }
};

process.on('message', ({ file }: { readonly file: string }) => {
  obey(basename(file));
  process.send?.(JSON.stringify({ kind: 'refused', hash: basename(file), refusal: { code: 'notWorkbook' } }));
});
process.send?.('ready');
