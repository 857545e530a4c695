import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { WireAnswer } from '../../engine/ports.ts';
import type { AnswerBody } from '../answer-body.ts';
import { reject } from '../outcomes.ts';
import { isRow, readNumber, readText, type WireRow } from '../wire-values.ts';

const MOST_MESSAGE_CHARACTERS = 200;
/** Some firewalls quote the address they refuse, and with it the keys. */
const CONSUMER_KEY = /c[ks]_[0-9a-z]{6,}/gi;
/** A REST plugin that knows only users of WordPress. */
const NO_GUESTS = /^rest_(?:cannot_access|not_logged_in|forbidden|login_required)$/;

/** WordPress's error body: `{code, message, data}` (woocommerce.md 2). */
export interface WooError {
  readonly code: string;
  readonly message: string;
  /** An object in all but one known case; that one is read as empty. */
  readonly data: WireRow;
}

/** @returns null for what is no error body */
export function readWooError(json: unknown): WooError | null {
  if (!isRow(json) || typeof json.code !== 'string') return null;
  const message = readText(json.message).replace(CONSUMER_KEY, '…').slice(0, MOST_MESSAGE_CHARACTERS);
  return { code: json.code, message, data: isRow(json.data) ? json.data : {} };
}

/** What WooCommerce and the hosts in front of it mean by an answer outside 2xx; null for the general rules. */
export function classifyWooAnswer(
  answer: WireAnswer,
  body: AnswerBody,
  isRead: boolean,
): OutcomeFailure | null {
  const { status } = answer;
  const error = body.kind === 'json' ? readWooError(body.json) : null;
  // Of nginx and of WooCommerce alike (woocommerce.md 2.3).
  if (status === 413) return reject('WOO_BATCH_TOO_LARGE', status, readLimit(error));
  // The one refusal known to come as a server's failure: the default category (woocommerce.md 3.3).
  const isRefusal = error?.code === 'woocommerce_rest_cannot_delete';
  if (status < 400 || (status >= 500 && !isRefusal)) return null;
  if (!error) return reject('WOO_NO_REST', status, { status });
  if (status === 401) return { kind: 'authLost', failure: describeRefusedKey(error, isRead) };
  if (status === 403) return classifyForbidden(error);
  if (error.code === 'rest_no_route') return reject('WOO_NOT_INSTALLED', status, { status });
  const code = isGone(error) ? 'WOO_PRODUCT_GONE' : 'WOO_REFUSED';
  return reject(code, status, { status, reason: error.code, message: error.message });
}

/**
 * The cause of a 401. The messages are translated on a shop in another language, the codes are not: so the
 * words decide only where they are known, and what was asked decides otherwise.
 */
function describeRefusedKey({ code, message }: WooError, isRead: boolean): Failure {
  if (code !== 'woocommerce_rest_authentication_error') return createFailure('WOO_KEYS_REFUSED');
  if (/does not have (?:read|write) permissions/i.test(message)) return createFailure('WOO_READ_ONLY');
  if (/consumer key is invalid/i.test(message)) return createFailure('WOO_KEYS_REFUSED');
  if (/secret is invalid|signature/i.test(message)) return createFailure('WOO_SECRET_WRONG');
  return createFailure(isRead ? 'WOO_SECRET_WRONG' : 'WOO_READ_ONLY');
}

function classifyForbidden(error: WooError): OutcomeFailure {
  if (error.code.startsWith('woocommerce_rest_cannot_')) {
    return { kind: 'authLost', failure: createFailure('WOO_ROLE_TOO_LOW') };
  }
  const facts = { status: 403, reason: error.code, message: error.message };
  return reject(NO_GUESTS.test(error.code) ? 'WOO_NO_REST' : 'WOO_REFUSED', 403, facts);
}

function readLimit(error: WooError | null): Failure['facts'] {
  const limit = /\d+/.exec(error?.message ?? '')?.[0];
  return limit === undefined ? {} : { limit: Number(limit) };
}

/** A product, variation or parent that is not there any more. */
const isGone = ({ code }: WooError): boolean =>
  /^woocommerce_rest_product(?:_variation)?_invalid_(?:id|parent)$/.test(code) ||
  code === 'woocommerce_rest_invalid_product_id';

/** The shop itself says that it has no such thing: no page of its host, and no plugin that is just being updated. */
export const isNotFound = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'rejected' &&
  outcome.status === 404 &&
  outcome.failure.code !== 'WOO_NO_REST' &&
  outcome.failure.code !== 'WOO_NOT_INSTALLED';

/** Why one row of a batch was refused. */
export interface RowRefusal {
  readonly failure: Failure;
  /** The product that has what this row wanted; 0 when the shop does not say. */
  readonly ownerId: number;
}

/** @param sku what the row wanted to have; '' when it did not say */
export function describeRowError(error: WooError, sku: string): RowRefusal {
  const ownerId = readNumber(error.data.resource_id, 0);
  const refuse = (code: Parameters<typeof createFailure>[0], facts: Failure['facts']): RowRefusal => ({
    failure: createFailure(code, ownerId > 0 ? { ...facts, owner: ownerId } : facts),
    ownerId,
  });
  if (error.code === 'product_invalid_sku') return refuse('WOO_SKU_TAKEN', { sku });
  if (error.code === 'product_invalid_global_unique_id') return refuse('WOO_BARCODE_TAKEN', {});
  // The trashed owner is not named; the message holds the SKU in any language (woocommerce.md 3).
  const isNotMade = /^woocommerce_rest_product(?:_variation)?_not_(?:created|updated)$/.test(error.code);
  if (isNotMade && sku !== '' && error.message.includes(sku)) return refuse('WOO_SKU_IN_TRASH', { sku });
  if (isGone(error)) return refuse('WOO_PRODUCT_GONE', {});
  const status = readNumber(error.data.status, 0);
  const code = status >= 500 ? 'WOO_FAILING' : 'WOO_REFUSED';
  return refuse(code, { reason: error.code, message: error.message });
}
