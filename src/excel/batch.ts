import { MAX_BYTES } from './blocks';

/** Makes room for so many bytes more in a request or its answer: what is queued is sent first where they would not fit. */
export type Room = (bytes: number) => Promise<void>;

/** Counts what is queued, and sends it before it grows larger than Excel takes. */
export const roomIn = (send: () => Promise<void>): Room => {
  let queued = 0;
  return async (bytes) => {
    if (queued > 0 && queued + bytes > MAX_BYTES) {
      await send();
      queued = 0;
    }
    queued += bytes;
  };
};

/** A request in the making. */
export type Batch = {
  readonly room: Room;
  /** Sends what is left. */
  readonly send: () => Promise<void>;
};

/** Starts a request in which Excel neither calculates nor draws before all of it is done. */
export const openBatch = (context: Excel.RequestContext): Batch => {
  const suspend = (): void => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
  };
  suspend();
  return {
    room: roomIn(async () => {
      await context.sync();
      suspend();
    }),
    send: () => context.sync(),
  };
};

/** Bytes of a value as a request carries it. */
export const bytesOf = (value: unknown): number =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, 'xxx').length;
