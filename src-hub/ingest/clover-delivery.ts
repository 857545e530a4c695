import { z } from 'zod';

/** Events of one merchant in one delivery; more are told as a resync. */
export const MOST_EVENTS = 2000;
const MOST_MERCHANTS = 1000;
/** `I:ABC`, `IS:ABC`, `O:…`: letters of the topic, then an id (clover.md 9.2). Nothing else is kept (H7). */
const OBJECT_ID = /^[A-Z]{1,4}:[A-Za-z0-9-]{1,64}$/;
const VERIFICATION_CODE = /^[A-Za-z0-9-]{1,100}$/;

const envelope = z.object({
  appId: z.string().max(64).catch(''),
  verificationCode: z.string().regex(VERIFICATION_CODE).optional().catch(undefined),
  merchants: z.record(z.string(), z.unknown()).catch({}),
});

export interface CloverDelivery {
  readonly appId: string;
  /** Set in the handshake (clover.md 9.1). */
  readonly verificationCode: string | null;
  /** Keys of changed objects by merchant, each once; null where there are too many to tell. */
  readonly changes: ReadonlyMap<string, readonly string[] | null>;
}

/** What a delivery of Clover's says; null where it is not one. Unknown fields are ignored (clover.md 9.3). */
export function readCloverDelivery(body: Buffer): CloverDelivery | null {
  const parsed = envelope.safeParse(parse(body));
  if (!parsed.success) return null;
  const { appId, verificationCode, merchants } = parsed.data;
  const named = Object.entries(merchants).slice(0, MOST_MERCHANTS);
  return {
    appId,
    verificationCode: verificationCode ?? null,
    changes: new Map(named.map(([merchantId, events]) => [merchantId, readKeys(events)])),
  };
}

function readKeys(events: unknown): readonly string[] | null {
  if (!Array.isArray(events)) return [];
  const keys = new Set<string>();
  for (const event of events as readonly unknown[]) {
    const objectId =
      typeof event === 'object' && event !== null ? (event as { objectId?: unknown }).objectId : null;
    if (typeof objectId === 'string' && OBJECT_ID.test(objectId)) keys.add(objectId);
    if (keys.size > MOST_EVENTS) return null;
  }
  return [...keys];
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null; // not JSON: not Clover's
  }
}
