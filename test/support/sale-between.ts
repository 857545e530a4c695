import type { Transport, WireRequest } from '../../src-main/engine/ports.ts';

/** Does something right before a till's count is written, which is after it was read. */
export function createSaleBetween(
  real: Transport,
): Transport & { readonly next: (sell: () => void) => void } {
  let waiting: (() => void) | null = null;
  return {
    next: (sell) => {
      waiting = sell;
    },
    send: (request) => {
      if (isCountWrite(request)) {
        const sell = waiting;
        waiting = null;
        sell?.();
      }
      return real.send(request);
    },
  };
}

const isCountWrite = ({ method, url }: WireRequest): boolean =>
  method === 'POST' && /\/item_stocks\/[^/]+$/.test(new URL(url).pathname);
