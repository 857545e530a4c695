import { createFailure } from '../../domain/failure.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { CloverClient, CloverQuery } from './clover-client.ts';

/** As the Clover dashboard calls it. */
type Permission =
  | 'Merchant'
  | 'Merchant write'
  | 'Inventory'
  | 'Inventory write'
  | 'Orders'
  | 'Orders write'
  | 'Payments write'
  | 'Customers'
  | 'Customers write';

type Probe = readonly [path: string, query: CloverQuery];

const MERCHANT: Probe = ['', {}];
const ITEMS: Probe = ['/items', { limit: 1 }];

/** Reads that need another permission: where one of them is answered the token lives. */
const OTHERS: Readonly<Record<Permission, readonly Probe[]>> = {
  Merchant: [ITEMS],
  Inventory: [MERCHANT],
  'Inventory write': [ITEMS, MERCHANT],
  Orders: [MERCHANT, ITEMS],
  'Merchant write': [MERCHANT, ITEMS],
  'Orders write': [MERCHANT, ITEMS],
  'Payments write': [MERCHANT, ITEMS],
  Customers: [MERCHANT, ITEMS],
  'Customers write': [MERCHANT, ITEMS],
};

/**
 * Clover answers 401 both to a dead token and to one that lacks a permission (clover.md 3.2): which of them
 * it is, another kind of endpoint tells.
 */
export async function explainRefusedToken<T>(
  client: CloverClient,
  permission: Permission,
  asked: Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const outcome = await asked;
  if (outcome.kind !== 'authLost') return outcome;
  for (const [path, query] of OTHERS[permission]) {
    const other = await client.get(path, query);
    if (other.kind !== 'done') continue;
    return {
      kind: 'rejected',
      failure: createFailure('CLOVER_PERMISSION_MISSING', { permission }),
      status: 401,
    };
  }
  return outcome;
}
