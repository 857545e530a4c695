import type { WooId } from '../ids.ts';
import { ATTEMPTS_A_LIFE } from './other-order.ts';

const BASE = 36;
const SALT_DIGITS = 3;
const ATTEMPT_DIGITS = 2;
const ORDER_DIGITS = 7;

/**
 * The reference of one attempt to place an order, always 12 characters (the longest that the till takes,
 * clover.md 7.1): three that tell this shop from another on the same till, two of the attempt, seven of the
 * order. As each part has its own width, two orders or attempts of a shop never share one, and none is
 * the beginning of another.
 */
export function makeReference(wooId: WooId, attempt: number, shopSalt: string): string {
  return `${writePart(hashText(shopSalt), SALT_DIGITS)}${writePart(attempt, ATTEMPT_DIGITS)}${writePart(wooId, ORDER_DIGITS)}`;
}

/** The references of this order's first attempts. */
export function listReferences(reference: string, attempts: number): string[] {
  const orderAt = SALT_DIGITS + ATTEMPT_DIGITS;
  const attempt = Number.parseInt(reference.slice(SALT_DIGITS, orderAt), BASE);
  const first = attempt - (attempt % ATTEMPTS_A_LIFE);
  return Array.from({ length: attempts }, (_, at) =>
    [reference.slice(0, SALT_DIGITS), writePart(first + at, ATTEMPT_DIGITS), reference.slice(orderAt)].join(
      '',
    ),
  );
}

/** By which an order is found again in its note, while the till's index of references lags. */
export const makeMarker = (reference: string): string => `TB:${reference}`;

function writePart(value: number, digits: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= BASE ** digits) {
    throw new RangeError(`${value} does not fit into ${digits} characters of a reference`);
  }
  return value.toString(BASE).toUpperCase().padStart(digits, '0');
}

/** FNV-1a, folded to what three characters hold. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash % BASE ** SALT_DIGITS;
}
