import { randomBytes } from 'node:crypto';
import type { Clock, Random, Timers, Transport } from '../engine/ports.ts';

// The only place that knows the machine's own time, chance and network; a simulation replaces all of it.

export const createMachineClock = (): Clock => ({
  nowMs: () => Date.now(),
  monotonicMs: () => performance.now(),
});

/** Minutes after midnight on this computer's clock, at a moment in Unix milliseconds. */
export function readMachineDayMinute(atMs: number): number {
  const moment = new Date(atMs);
  return moment.getHours() * 60 + moment.getMinutes();
}

/** A moment in Unix milliseconds as date and time, where this computer is. */
export const describeMachineTime = (atMs: number, language = 'en-GB'): string =>
  new Date(atMs).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });

export const createMachineRandom = (): Random => ({
  fraction: () => Math.random(),
  hex: (length) => randomBytes(length).toString('hex'),
});

export const createMachineTimers = (): Timers => ({
  sleep: (delayMs, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const stop = (): void => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, delayMs);
      signal?.addEventListener('abort', stop, { once: true });
    }),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return { cancel: () => clearTimeout(timer) };
  },
  breathe: () => new Promise((resolve) => void setImmediate(resolve)),
});

/**
 * Requests over the machine's network. Redirects are answered, not followed, so that a login page or a moved
 * site is seen for what it is.
 */
export const createFetchTransport = (): Transport => ({
  send: async (request) => {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      ...(request.body === undefined ? {} : { body: request.body }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
      url: response.url,
    };
  },
});
