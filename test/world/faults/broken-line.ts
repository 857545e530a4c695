import type { WireRequest } from '../../../src-main/engine/ports.ts';

/** What fetch throws: "fetch failed", and the reason inside. */
export function breakConnection(code: string, message = code): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });
}

/** A proxy that does not open the tunnel has no code of its own. */
export const refuseTunnel = (): Error =>
  new TypeError('fetch failed', {
    cause: new Error('Proxy response (407) !== 200 when HTTP Tunneling'),
  });

/** Silence, until whoever asked gives up. */
export const fallSilent = ({ signal }: WireRequest): Promise<never> =>
  new Promise((_, reject) => {
    const giveUp = (): void => reject(signal?.reason ?? new Error('aborted'));
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
  });
