import type { HubConfig } from '../config.ts';
import { HubFailure } from '../hub-failure.ts';
import { PATHS } from '../protocol/version.ts';
import { sleep } from '../runtime/machine.ts';

/** One that has just been started takes a moment to listen. */
const ANSWER_WITHIN_MS = 5000;
const AGAIN_MS = 250;

/**
 * Asks the hub on this machine how it is, for five seconds at most; also the container's health check.
 * @throws HubFailure NOT_HEALTHY
 */
export async function checkHealth({ address, port }: HubConfig): Promise<readonly string[]> {
  const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}${PATHS.health}`;
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  for (;;) {
    const answer = await ask(url, signal);
    if (answer?.ok) return [answer.text];
    if (answer) throw new HubFailure('NOT_HEALTHY', `The hub is not well: ${answer.status} ${answer.text}`);
    if (signal.aborted) {
      const sentence = `No hub answers at ${url}. Is it running, and does it have the same TILLBRIDGE_HUB_ADDRESS and _PORT?`;
      throw new HubFailure('NOT_HEALTHY', sentence);
    }
    await sleep(AGAIN_MS);
  }
}

/** null where nobody answers. */
async function ask(url: string, signal: AbortSignal) {
  try {
    const answer = await fetch(url, { signal });
    return { ok: answer.ok, status: answer.status, text: await answer.text() };
  } catch {
    return null; // refused, or too late: whoever asks tells both alike
  }
}
