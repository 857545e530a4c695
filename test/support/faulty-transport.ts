import type { Transport, WireRequest } from '../../src-main/engine/ports.ts';

/** What a fault does to one request: nothing, lose the answer after the work was done, or never deliver. */
export type Fault = 'none' | 'lose-answer' | 'never-sent' | 'fail-500' | 'hold' | 'release';

/**
 * The real network with chosen faults. `lose-answer` lets the server do its work and throws what a broken
 * connection throws. `hold` throws at once and delivers the request only after one that is to `release` it.
 * `fail-500` answers as a crashed PHP does, without doing the work.
 */
export function createFaultyTransport(
  real: Transport,
  choose: (request: WireRequest, count: number) => Fault,
): Transport {
  const held: WireRequest[] = [];
  let count = 0;
  return {
    send: async (request) => {
      count += 1;
      const fault = choose(request, count);
      if (fault === 'never-sent') throw breakConnection('ECONNREFUSED');
      if (fault === 'fail-500')
        return {
          status: 500,
          headers: { 'content-type': 'text/html' },
          body: '<h1>critical error</h1>',
          url: request.url,
        };
      if (fault === 'hold') {
        held.push(request);
        throw breakConnection('ECONNRESET');
      }
      const answer = await real.send(request);
      if (fault === 'release') for (const late of held.splice(0)) await real.send(late);
      if (fault === 'lose-answer') throw breakConnection('ECONNRESET');
      return answer;
    },
  };
}

function breakConnection(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

export const isWrite = (request: WireRequest): boolean =>
  request.method !== 'GET' && request.method !== 'HEAD';
