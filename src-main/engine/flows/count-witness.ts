import type { CloverId } from '../../domain/ids.ts';
import type { ImportDeps } from '../import-deps.ts';
import type { OutboxRow } from '../ledger-ports.ts';
import { isGone } from '../refusal.ts';
import type { StockIntent } from './earlier-try.ts';

type WitnessDeps = Pick<ImportDeps, 'ledger' | 'till'>;

/**
 * Notes what the till's count is of each item of which a write has an unknown end (the app died over it, or nobody
 * answered). To be done before a call of ours moves counts too: an order's lines may lower one by just as much
 * (clover.md 6.4), and it would be taken for the write.
 */
export async function witnessCounts(deps: WitnessDeps): Promise<void> {
  for (const row of deps.ledger.outbox.listTriedCounts()) {
    const intent = JSON.parse(row.payload) as StockIntent;
    if (intent.seen === undefined) await witness(row, intent, deps);
  }
}

/** A kitchen does not wait for a count: where it cannot be read at once, the row's end is a person's to tell. */
async function witness(row: OutboxRow, intent: StockIntent, { ledger, till }: WitnessDeps): Promise<void> {
  const read = await till.readStock(row.cloverId as CloverId);
  // Whoever settles the row finds it gone as well.
  if (isGone(read)) return;
  const seen = read.kind === 'done' ? (read.value ?? 0) : null;
  ledger.outbox.setPayload(row.seq, JSON.stringify({ ...intent, seen } satisfies StockIntent));
}
