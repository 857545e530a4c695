import type { HubConfig } from '../config.ts';
import { HubFailure } from '../hub-failure.ts';
import { PATHS } from '../protocol/version.ts';

const ANSWER_WITHIN_MS = 5000;

/**
 * Asks the hub on this machine how it is; also the container's health check.
 * @throws HubFailure NOT_HEALTHY
 */
export async function checkHealth({ address, port }: HubConfig): Promise<readonly string[]> {
  const host = address === '0.0.0.0' || address === '::' ? '127.0.0.1' : address;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}${PATHS.health}`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    const text = await answer.text();
    if (answer.ok) return [text];
    throw new HubFailure('NOT_HEALTHY', `The hub is not well: ${answer.status} ${text}`);
  } catch (error) {
    if (error instanceof HubFailure) throw error;
    const sentence = `No hub answers at ${url}. Is it running, and does it have the same TILLBRIDGE_HUB_ADDRESS and _PORT?`;
    throw new HubFailure('NOT_HEALTHY', sentence);
  }
}
