import type { Failure } from '../../domain/failure.ts';
import type { Attempt } from '../attempt.ts';
import type { Ledger, Side } from '../ledger-ports.ts';
import type { Clock } from '../ports.ts';
import { isTrouble, readSide } from './sync-sides.ts';

/** Kept in the data file: whoever looks next, another process too, knows that it was told. */
const META = 'sync.outage.';
/** A side that is there, and works with nobody who has our keys. */
const SHUT = ['CLOVER_TOKEN_REFUSED', 'CLOVER_LOGIN_LOST', 'CLOVER_LOGIN_WITHDRAWN', 'WOO_KEYS_REFUSED'];
const SECOND_MS = 1_000;
const MINUTE_S = 60;
const HOUR_S = 60 * MINUTE_S;

interface Outage {
  readonly sinceMs: number;
  /** What waited when it was looked at last. */
  readonly waiting: number;
}

export interface OutageLogParts {
  readonly ledger: Pick<Ledger, 'meta' | 'journal' | 'transaction'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** null where no store is connected. */
  readonly readStoreHost: () => string | null;
  readonly countWaiting: () => number;
  readonly say: (failure: Failure) => string;
}

/** Tells the log that a side is away, and that it answers again: a line each, however often it is tried. */
export function createOutageLog(parts: OutageLogParts): { note(result: Attempt<unknown>): void } {
  const { ledger, clock, countWaiting, say: putInWords } = parts;
  const { meta, journal } = ledger;
  const read = (side: Side): Outage | null => JSON.parse(meta.get(META + side) ?? 'null') as Outage | null;
  const tell = (side: Side, level: 'info' | 'warn', message: string): void =>
    journal.add({ atMs: clock.nowMs(), level, action: 'outage', side, entity: side, message, runId: null });
  const begin = (side: Side, failure: Failure): void => {
    const known = read(side);
    const waiting = countWaiting();
    if (known?.waiting === waiting) return;
    meta.put(META + side, JSON.stringify({ sinceMs: known?.sinceMs ?? clock.nowMs(), waiting }));
    if (known === null) tell(side, 'warn', `the ${side} is away: ${putInWords(failure)}`);
  };
  const end = (side: Side): void => {
    const known = read(side);
    if (known === null) return;
    meta.remove(META + side);
    const away = nameSpan(clock.nowMs() - known.sinceMs);
    const changes = known.waiting === 1 ? '1 change' : `${known.waiting} changes`;
    tell(side, 'info', `the ${side} answers again: it was away for ${away}, and ${changes} waited`);
  };
  return {
    note: (result) =>
      ledger.transaction(() => {
        if (result.ok) for (const side of ['till', 'store'] as const) end(side);
        else if (isTrouble(result.failure) || SHUT.includes(result.failure.code))
          begin(readSide(result.failure, parts.readStoreHost()), result.failure);
      }),
  };
}

function nameSpan(spanMs: number): string {
  const seconds = Math.max(1, Math.round(spanMs / SECOND_MS));
  const write = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  if (seconds < 2 * MINUTE_S) return write(seconds, 'second');
  if (seconds < 2 * HOUR_S) return write(Math.round(seconds / MINUTE_S), 'minute');
  return write(Math.round(seconds / HOUR_S), 'hour');
}
