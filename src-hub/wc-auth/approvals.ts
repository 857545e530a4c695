import { CompactEncrypt, importJWK, type JWK } from 'jose';

export const APPROVAL_MS = 10 * 60_000;
export const MOST_APPROVALS_PER_DEVICE = 3;
export const MOST_APPROVALS = 1000;

/** The keys as the store's server hands them over (woocommerce.md 6). */
export type StoreKeys = Readonly<Record<string, unknown>>;

interface Approval {
  readonly deviceId: string;
  readonly shopId: string;
  readonly publicKey: JWK;
  readonly untilMs: number;
  /** Only the device that made the key pair can open it. */
  sealed: string | null;
  isRefused: boolean;
}

/** The name under which the store is to hand the keys over. */
export interface Announced {
  readonly userId: string;
  readonly untilMs: number;
}

/** What has become of an approval so far. */
export interface Collected {
  /** null while the keys have not come. */
  readonly sealed: string | null;
  readonly isRefused: boolean;
}

/** Approvals under way. */
export interface Approvals {
  /** Null while too many are under way. */
  announce(shopId: string, deviceId: string, publicKey: JWK): Promise<Announced | null>;
  /** Seals the keys for the device at once; false where nobody announced them, or they came already. */
  deliver(userId: string, keys: StoreKeys): Promise<boolean>;
  /** The owner refused; where keys came, or nobody announced it, that changes nothing. */
  refuse(userId: string): Promise<void>;
  /** Hands the sealed keys, or the refusal, over: once and to that device alone. */
  collect(userId: string, deviceId: string): Promise<Collected | 'unknown'>;
  forgetShop(shopId: string): Promise<void>;
}

/**
 * Those of one process. In memory alone: a restart of the hub ends them, WooCommerce then deletes the keys that it could
 * not deliver, and the person presses Connect again.
 */
export function createApprovals(nowMs: () => number, makeBytes: (count: number) => Buffer): Approvals {
  const approvals = new Map<string, Approval>();
  const forgetOld = (): void => {
    for (const [userId, { untilMs }] of approvals) if (untilMs <= nowMs()) approvals.delete(userId);
  };
  const find = (userId: string): Approval | undefined => {
    forgetOld();
    return approvals.get(userId);
  };
  return {
    announce: async (shopId, deviceId, publicKey) => {
      forgetOld();
      const own = [...approvals.values()].filter((approval) => approval.deviceId === deviceId).length;
      if (own >= MOST_APPROVALS_PER_DEVICE || approvals.size >= MOST_APPROVALS) return null;
      const userId = makeUserId(makeBytes);
      const untilMs = nowMs() + APPROVAL_MS;
      approvals.set(userId, { deviceId, shopId, publicKey, untilMs, sealed: null, isRefused: false });
      return { userId, untilMs };
    },
    deliver: async (userId, keys) => {
      const approval = find(userId);
      if (!approval || approval.sealed !== null) return false;
      const sealed = await sealFor(approval.publicKey, keys);
      // It may have run out or been filled meanwhile.
      if (find(userId) !== approval || approval.sealed !== null) return false;
      approval.sealed = sealed;
      return true;
    },
    refuse: async (userId) => {
      const approval = find(userId);
      if (approval) approval.isRefused = true;
    },
    collect: async (userId, deviceId) => {
      const approval = find(userId);
      if (approval?.deviceId !== deviceId) return 'unknown';
      const { sealed } = approval;
      const isRefused = approval.isRefused && sealed === null;
      if (sealed !== null || isRefused) approvals.delete(userId);
      return { sealed, isRefused };
    },
    forgetShop: async (shopId) => {
      for (const [userId, approval] of approvals) if (approval.shopId === shopId) approvals.delete(userId);
    },
  };
}

export const makeUserId = (makeBytes: (count: number) => Buffer): string =>
  `tb-${makeBytes(24).toString('base64url')}`;

/** A compact JWE that the hub itself cannot open. */
export async function sealFor(publicKey: JWK, keys: StoreKeys): Promise<string> {
  const key = await importJWK(publicKey, 'ECDH-ES');
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(keys)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
    .encrypt(key);
}

/** Whether something can be sealed for it: 32 bytes that are a point of the curve. */
export async function isUsableKey(publicKey: JWK): Promise<boolean> {
  try {
    await sealFor(publicKey, {});
    return true;
  } catch {
    return false;
  }
}
