import type { Outcome } from '../../domain/outcome.ts';
import { reject, succeed } from '../outcomes.ts';
import type { WireRow } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { nameExpands, readItems } from './clover-pages.ts';

/** Relations of an item; at most three a call (clover.md 5.2). */
export type ItemExpand = 'categories' | 'modifierGroups' | 'options' | 'itemStock' | 'tags' | 'taxRates';

/** An import can do without these: nothing is taken from a product because they are missing. */
const OPTIONAL: ReadonlySet<ItemExpand> = new Set(['tags', 'taxRates']);
/** Has a list of its own to fall back on. */
const ELSEWHERE: ReadonlySet<ItemExpand> = new Set(['itemStock']);

export interface ItemPass {
  /** Relations this token may not expand. */
  readonly refused: readonly ItemExpand[];
}

/**
 * Reads the items that meet the filters with the given relations. One name that is not permitted refuses the whole call
 * (clover.md 3.2): then each is asked alone, and the pass runs with those that are.
 */
export async function readItemPass(
  client: CloverClient,
  expands: readonly ItemExpand[],
  filters: readonly string[],
  onPage: (rows: readonly WireRow[]) => void,
): Promise<Outcome<ItemPass>> {
  const whole = await readItems(client, expands, onPage, filters);
  if (whole.kind === 'done') return succeed({ refused: [] }, whole.requestId);
  if (whole.kind !== 'rejected' || whole.status !== 403) return whole;
  const permitted = await probeExpands(client, expands);
  if (permitted.kind !== 'done') return permitted;
  const refused = expands.filter((name) => !permitted.value.includes(name));
  const needed = refused.find((name) => !OPTIONAL.has(name) && !ELSEWHERE.has(name));
  if (needed) return reject('CLOVER_PERMISSION_MISSING', 403, { permission: 'Inventory', field: needed });
  const outcome = await readItems(client, permitted.value, onPage, filters);
  return outcome.kind === 'done' ? succeed({ refused }, outcome.requestId) : outcome;
}

async function probeExpands(
  client: CloverClient,
  expands: readonly ItemExpand[],
): Promise<Outcome<ItemExpand[]>> {
  const permitted: ItemExpand[] = [];
  let requestId = '';
  for (const name of expands) {
    const outcome = await client.get('/items', { limit: 1, ...nameExpands([name]) });
    if (outcome.kind === 'rejected' && outcome.status === 403) continue;
    if (outcome.kind !== 'done') return outcome;
    requestId = outcome.requestId;
    permitted.push(name);
  }
  return succeed(permitted, requestId);
}
