import type { Attempt } from '../engine/face.ts';
import { refuse } from './command.ts';
import type { StaffOrder } from './staff-verbs.ts';
import type { Surroundings } from './surroundings.ts';

const DESK_PATH = '/practice/staff';

export interface Desk {
  readonly url: string;
  readonly key: string;
}

/** What was done, as a sentence, and the id of what it was done to. */
export interface Deed {
  readonly what: string;
  readonly id: string;
}

/** Gives an order to the staff of a practice server. */
export async function giveOrder(
  desk: Desk,
  order: StaffOrder,
  send: Surroundings['fetch'],
): Promise<Attempt<Deed>> {
  const { host } = new URL(desk.url);
  try {
    const response = await send(new URL(DESK_PATH, desk.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-practice-key': desk.key },
      body: JSON.stringify(order),
      redirect: 'manual',
    });
    return readAnswer(await response.json(), order, host);
  } catch (error) {
    // fetch throws a TypeError for the network's errors, JSON a SyntaxError for a page.
    if (error instanceof SyntaxError) return refuse('USE_NOT_PRACTICE', { host });
    if (error instanceof TypeError) return refuse('NET_UNREACHABLE', { host });
    throw error;
  }
}

function readAnswer(body: unknown, order: StaffOrder, host: string): Attempt<Deed> {
  const { what, id, error } = (body ?? {}) as {
    readonly what?: unknown;
    readonly id?: unknown;
    readonly error?: { readonly code?: unknown; readonly message?: unknown };
  };
  if (typeof what === 'string' && typeof id === 'string') return { ok: true, value: { what, id } };
  const product = String(order.item ?? order.product ?? '');
  const message = String(error?.message ?? '');
  switch (error?.code) {
    case 'STAFF_UNKNOWN':
      if (order.order !== undefined) return refuse('USE_BAD_VALUE', { name: 'The order', why: message });
      return refuse('USE_UNKNOWN_PRODUCT', { product });
    case 'STAFF_AMBIGUOUS':
      return refuse('USE_AMBIGUOUS_PRODUCT', { product, matches: message });
    case 'STAFF_INVALID':
    case 'STAFF_REFUSED':
      return refuse('USE_BAD_VALUE', { name: `"${order.verb}"`, why: message });
    default:
      return refuse('USE_NOT_PRACTICE', { host });
  }
}
