import { randomUUID } from 'node:crypto';
import type { PracticeClock } from '../../clock.ts';

/** Live at once; one more makes the oldest void. */
const MAX_CODES = 100;

interface Code {
  /** Of a request with PKCE; without one the code asks for the app's secret. */
  readonly challenge: string | undefined;
  readonly expiresMs: number;
}

/** The codes a merchant's "Allow" gave out: each good once, and not for long. */
export interface CodeBook {
  add(challenge: string | undefined, lifetimeMs: number): string;
  /** The code, unless it is unknown, used or too old. */
  find(code: string): Code | undefined;
  use(code: string): void;
  clear(): void;
}

/** An empty book. */
export function createCodeBook(clock: PracticeClock): CodeBook {
  const codes = new Map<string, Code>();
  return {
    add: (challenge, lifetimeMs) => {
      const code = randomUUID();
      codes.set(code, { challenge, expiresMs: clock.nowMs() + lifetimeMs });
      const [oldest] = codes.keys();
      if (codes.size > MAX_CODES && oldest !== undefined) codes.delete(oldest);
      return code;
    },
    find: (code) => {
      const found = codes.get(code);
      return found && clock.nowMs() < found.expiresMs ? found : undefined;
    },
    use: (code) => void codes.delete(code),
    clear: () => codes.clear(),
  };
}
