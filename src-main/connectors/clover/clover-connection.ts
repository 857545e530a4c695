import { createFailure, type Failure } from '../../domain/failure.ts';
import type { Outcome, OutcomeFailure } from '../../domain/outcome.ts';
import type { TillFacts } from '../../domain/till-catalog.ts';
import type { HttpDeps, HttpPatience } from '../http.ts';
import { succeed } from '../outcomes.ts';
import type { RateGate } from '../rate-limit.ts';
import { isRow, readText } from '../wire-values.ts';
import { type CloverAccess, type CloverClient, createCloverClient } from './clover-client.ts';
import type { CloverEnvironment } from './clover-environments.ts';
import { readTillFacts } from './clover-merchant.ts';
import {
  listMissingRights,
  NO_ITEM,
  type OrderRights,
  probeWrite,
  type Right,
  readOrderRights,
} from './clover-rights.ts';

export interface CloverConnection {
  readonly facts: TillFacts;
  readonly permissions: { readonly merchant: Right; readonly inventory: Right } & OrderRights;
  /** What works less well than it could; the connection stands. */
  readonly warnings: readonly Failure[];
}

type OtherEnvironment = Pick<CloverEnvironment, 'name' | 'label' | 'apiUrl'>;

export type CloverCheck = CloverAccess & {
  /** Where the person says the merchant is. */
  readonly environment: string;
  /** The other environments, asked with the same token when this one refuses it. */
  readonly others: readonly OtherEnvironment[];
  /** Shared by everything that calls with this token: the limits are the token's (clover.md 4). */
  readonly gate?: RateGate;
};

/** More of a slip than anybody has to read. */
const MOST_SHOWN = 40;
/** 13 letters and digits (clover.md 0). */
const MERCHANT_ID = /^[A-Za-z0-9]{13}$/;

/** Someone is waiting in front of the window. */
const PATIENCE: HttpPatience = { readTries: 2, readTimeoutMs: 20_000 };

/**
 * Checks that the token opens this merchant and may read what an import needs, and reads the merchant's facts.
 * Failures: CLOVER_TOKEN_REFUSED, CLOVER_MERCHANT_ODD {merchant, characters}, CLOVER_WRONG_REGION {environment, right}, CLOVER_PERMISSION_MISSING
 * {permission}, CLOVER_NOT_CLOVER, and those of the network.
 */
export async function checkCloverConnection(
  check: CloverCheck,
  deps: HttpDeps,
): Promise<Outcome<CloverConnection>> {
  const client = createCloverClient(check, deps, PATIENCE, check.gate);
  const [facts, items] = await Promise.all([readTillFacts(client), client.get('/items', { limit: 1 })]);
  if (facts.kind === 'authLost' && items.kind === 'authLost')
    return explainRefusal(check, client, deps, facts);
  if (facts.kind === 'authLost') return missPermission('Merchant');
  if (facts.kind !== 'done') return facts;
  if (items.kind === 'authLost') return missPermission('Inventory');
  if (items.kind !== 'done') return items;
  if (!isRow(items.value.json) || !Array.isArray(items.value.json.elements)) {
    return { kind: 'rejected', failure: createFailure('CLOVER_NOT_CLOVER'), status: 200 };
  }
  const [inventory, rights] = await Promise.all([probeWrite(client, NO_ITEM), readOrderRights(client)]);
  const permissions = { merchant: 'r', inventory, ...rights } as const;
  const warnings = warnOfMissing(inventory, listMissingRights(rights));
  return succeed({ facts: facts.value, permissions, warnings }, facts.requestId);
}

const warnOfMissing = (inventory: Right, forOrders: string): Failure[] => [
  ...(inventory === 'rw'
    ? []
    : [createFailure('CLOVER_PERMISSION_MISSING', { permission: 'Inventory write' })]),
  ...(forOrders === '' ? [] : [createFailure('CLOVER_ORDER_PERMISSION_MISSING', { permission: forOrders })]),
];

const missPermission = (permission: string): OutcomeFailure => ({
  kind: 'rejected',
  failure: createFailure('CLOVER_PERMISSION_MISSING', { permission }),
  status: 401,
});

/**
 * Everything was refused: the token may be dead, may lack both permissions, or may live elsewhere. The
 * environments are separate worlds without a common directory (clover.md 1), so each is asked.
 */
async function explainRefusal(
  check: CloverCheck,
  client: CloverClient,
  deps: HttpDeps,
  refusal: OutcomeFailure,
): Promise<OutcomeFailure> {
  const elsewhere = check.others.filter(({ name }) => name !== check.environment);
  const answers = await Promise.all(elsewhere.map((other) => isHome(check, other, deps)));
  const right = elsewhere.find((_, at) => answers[at]);
  if (right) {
    const facts = { environment: check.environment, right: right.name, label: right.label };
    return { kind: 'authLost', failure: createFailure('CLOVER_WRONG_REGION', facts) };
  }
  const orders = await client.get('/orders', { limit: 1 });
  if (orders.kind === 'done') return missPermission('Merchant, Inventory');
  return MERCHANT_ID.test(check.merchantId) ? refusal : explainMerchant(check.merchantId);
}

const explainMerchant = (merchant: string): OutcomeFailure => ({
  kind: 'authLost',
  failure: createFailure('CLOVER_MERCHANT_ODD', {
    merchant: merchant.slice(0, MOST_SHOWN),
    characters: merchant.length,
  }),
});

async function isHome(check: CloverCheck, other: OtherEnvironment, deps: HttpDeps): Promise<boolean> {
  const client = createCloverClient({ ...check, apiUrl: other.apiUrl }, deps, { ...PATIENCE, readTries: 1 });
  for (const path of ['', '/items']) {
    const outcome = await client.get(path, path === '' ? {} : { limit: 1 });
    if (outcome.kind !== 'done') continue;
    const { json } = outcome.value;
    return isRow(json) && (readText(json.id) !== '' || Array.isArray(json.elements));
  }
  return false;
}
