import { createFailure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillPort } from '../../engine/ports.ts';
import { type HttpDeps, type HttpPatience, HURRIED } from '../http.ts';
import { mapValue } from '../outcomes.ts';
import type { RateGate } from '../rate-limit.ts';
import { type CloverAccess, type CloverClient, createCloverClient } from './clover-client.ts';
import { readTillItems } from './clover-items.ts';
import { readTillLists } from './clover-lists.ts';
import { readTillFacts } from './clover-merchant.ts';
import { readStock } from './clover-rows.ts';

export type CloverTillOptions = CloverAccess & {
  readonly patience?: HttpPatience;
  /** Shared by everything that calls with this token: the limits are the token's (clover.md 4). */
  readonly gate?: RateGate;
};

/** A merchant's till at Clover. */
export function createCloverTill(options: CloverTillOptions, deps: HttpDeps): TillPort {
  const client = createCloverClient(options, deps, options.patience, options.gate);
  const hurried = createCloverClient(options, deps, { ...HURRIED, ...options.patience }, options.gate);
  return {
    readFacts: () => explain(hurried, 'Merchant', readTillFacts(hurried)),
    readCatalog: (onPage) =>
      explain(
        client,
        'Inventory',
        Promise.all([readTillItems(client, onPage), readTillLists(client)]).then(([items, lists]) => {
          if (items.kind !== 'done') return items;
          return mapValue(lists, (found) => ({ ...found, ...items.value }));
        }),
      ),
    readStock: (itemId) =>
      explain(
        client,
        'Inventory',
        client
          .get(`/item_stocks/${encodeURIComponent(itemId)}`)
          .then((outcome) => mapValue(outcome, ({ json }) => readStock(json))),
      ),
  };
}

/**
 * Clover answers 401 both to a dead token and to one that lacks a permission (clover.md 3.2): the token lives
 * if the other kind of endpoint still answers.
 */
async function explain<T>(
  client: CloverClient,
  permission: 'Merchant' | 'Inventory',
  asked: Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const outcome = await asked;
  if (outcome.kind !== 'authLost') return outcome;
  const other = permission === 'Inventory' ? client.get('') : client.get('/items', { limit: 1 });
  return (await other).kind === 'done'
    ? { kind: 'rejected', failure: createFailure('CLOVER_PERMISSION_MISSING', { permission }), status: 401 }
    : outcome;
}
