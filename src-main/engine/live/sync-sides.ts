import type { Failure } from '../../domain/failure.ts';
import type { Attempt } from '../attempt.ts';
import type { Side } from '../ledger-ports.ts';
import type { SyncEvent, SyncResult } from '../live-face.ts';

/** Tells which side is away since this pass, and which is back. */
export function tellSides(
  result: Attempt<SyncResult>,
  away: Record<Side, Failure | null>,
  storeHost: string | null,
  onEvent: (event: SyncEvent) => void,
): void {
  const failed = result.ok ? null : readSide(result.failure, storeHost);
  for (const side of ['till', 'store'] as const) {
    const failure = !result.ok && failed === side ? result.failure : null;
    if (failure?.code !== away[side]?.code) onEvent({ kind: 'side', side, failure });
    away[side] = failure;
  }
}

/** A failure belongs to the side that its code names; one of the network to the side whose host it names. */
function readSide({ code, facts }: Failure, storeHost: string | null): Side {
  if (code.startsWith('CLOVER_')) return 'till';
  if (code.startsWith('WOO_')) return 'store';
  const host = String(facts.host ?? '');
  return host === 'the store' || (storeHost !== null && host.includes(storeHost)) ? 'store' : 'till';
}
