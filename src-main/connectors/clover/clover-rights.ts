import type { Outcome } from '../../domain/outcome.ts';
import type { CloverClient } from './clover-client.ts';

export type Right = 'rw' | 'r' | 'none';
/** What only web orders need. */
export type OrderRights = Readonly<Partial<Record<'orders' | 'payments' | 'customers', Right>>>;

/** Well formed, and nothing's: a write to it asks for the permission and can change nothing. */
const NOTHING = '0000000000000';
export const NO_ITEM = `/items/${NOTHING}`;

/** Reads one, and writes to what is not there (clover.md 3.1). */
const PROBES = {
  orders: ['/orders', `/orders/${NOTHING}`],
  payments: ['/payments', `/orders/${NOTHING}/payments`],
  customers: ['/customers', `/customers/${NOTHING}`],
} as const;

/** What the token may do with web orders; an area that gave no clear answer is left out. */
export async function readOrderRights(client: CloverClient): Promise<OrderRights> {
  const areas = Object.entries(PROBES) as [keyof OrderRights, readonly [string, string]][];
  const rights = await Promise.all(
    areas.map(async ([area, [list, nothing]]): Promise<[string, Right] | null> => {
      const read = await client.get(list, { limit: 1 });
      if (isRefused(read)) return [area, 'none'];
      return read.kind === 'done' ? [area, await probeWrite(client, nothing)] : null;
    }),
  );
  return Object.fromEntries(rights.filter((right) => right !== null));
}

const isRefused = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'authLost' || (outcome.kind === 'rejected' && [401, 403].includes(outcome.status ?? 0));

/** Whether the token may write is only told by a write: an answer other than 401 and 403 says that it may. */
export async function probeWrite(client: CloverClient, path: string): Promise<'rw' | 'r'> {
  const outcome = await client.post(path, {});
  if (outcome.kind === 'done') return 'rw';
  return outcome.kind === 'rejected' && outcome.status !== 403 ? 'rw' : 'r';
}

/** The permissions that orders cannot do without, as the Clover dashboard calls them; empty when there are all. */
export function listMissingRights({ orders, payments }: OrderRights): string {
  return [nameMissing('Orders', orders), nameMissing('Payments', payments)]
    .filter((name) => name !== null)
    .join(', ');
}

function nameMissing(name: string, right: Right | undefined): string | null {
  if (right === undefined || right === 'rw') return null;
  return right === 'r' ? `${name} (write)` : name;
}
