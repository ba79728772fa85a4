import { TestEnvironment } from 'jest-environment-jsdom';
import { TextDecoder, TextEncoder } from 'node:util';

/** jsdom with what every browser has and jsdom lacks. Test files name it in their first comment. */
export default class BrowserEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, {
      TextDecoder,
      TextEncoder,
      // Typed arrays of the engine that computes formulas must be those that TextDecoder knows.
      Uint8Array,
      ArrayBuffer,
      ResizeObserver: class {
        observe(): void {}
        unobserve(): void {}
        disconnect(): void {}
      },
    });
  }
}
