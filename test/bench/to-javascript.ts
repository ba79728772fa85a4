import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

/**
 * Copies folders of the project as plain JavaScript to another folder, so that what is measured runs in bare Node
 * without a compiler beside it.
 */
export const toJavaScript = (root: string, folders: readonly string[], target: string): void => {
  writeFileSync(join(target, 'package.json'), '{"type":"commonjs"}');
  symlinkSync(join(root, 'node_modules'), join(target, 'node_modules'));
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const { code } = transformSync(readFileSync(join(root, folder, name), 'utf8'), {
        filename: name,
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      const file = join(target, folder, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, code);
    }
  }
};
