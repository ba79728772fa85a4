import { MAX_BYTES } from './blocks';

/** A request in the making. */
export type Batch = {
  /** Makes room for so many bytes more: what is queued is sent first where they would not fit. */
  readonly room: (bytes: number) => Promise<void>;
  /** Sends what is left. */
  readonly send: () => Promise<void>;
};

/** Starts a request in which Excel neither calculates nor draws before all of it is done. */
export const openBatch = (context: Excel.RequestContext): Batch => {
  let queued = 0;
  const suspend = (): void => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
  };
  suspend();
  return {
    room: async (bytes) => {
      if (queued > 0 && queued + bytes > MAX_BYTES) {
        await context.sync();
        suspend();
        queued = 0;
      }
      queued += bytes;
    },
    send: () => context.sync(),
  };
};

/** Bytes of a value as a request carries it. */
export const bytesOf = (value: unknown): number =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, 'xxx').length;
