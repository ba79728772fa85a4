import { createRequire } from 'node:module';

type Dom = { readonly window: object };
type JsDom = { readonly JSDOM: new (html: string, options: { readonly url: string }) => Dom };

/**
 * Gives this process what a page has, so that office.js runs in it: as Jest's environment does, but in the process's
 * own realm. jsdom is the one that this environment brings.
 */
export const becomeBrowser = (): void => {
  const ours = createRequire(__filename);
  const { JSDOM } = createRequire(ours.resolve('jest-environment-jsdom'))('jsdom') as JsDom;
  const { window } = new JSDOM('', { url: 'http://localhost/' });
  for (const name of Object.getOwnPropertyNames(window)) {
    const described = Object.getOwnPropertyDescriptor(window, name);
    if (name in globalThis || described === undefined) continue;
    Object.defineProperty(globalThis, name, { ...described, configurable: true });
  }
  // Events must be those of the page, or its nodes do not take them.
  for (const name of ['Event', 'EventTarget'])
    Object.defineProperty(globalThis, name, { configurable: true, value: Reflect.get(window, name) });
  Object.defineProperty(globalThis, 'navigator', {
    configurable: true,
    value: Reflect.get(window, 'navigator'),
  });
  Object.defineProperty(globalThis, 'window', { configurable: true, value: globalThis });
};
