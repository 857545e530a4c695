import { z } from 'zod';

/** Bodies of the app's calls to the hub. All but `pair` carry `Authorization: Bearer DEVICE_TOKEN`. */

/** POST /v1/pair. The code is given once by the operator, or by a paired device. */
export const pairRequest = z.object({
  code: z.string().trim().min(6).max(40),
  deviceName: z.string().trim().min(1).max(80),
});
export const pairAnswer = z.object({
  token: z.string(),
  deviceId: z.string(),
  shop: z.object({ id: z.string(), name: z.string() }),
  /** What the store's webhooks are to call, and where its approval page hands keys to. */
  wooHookUrl: z.string(),
  wcAuthCallbackUrl: z.string(),
  /** The address for the till's developer page: its webhooks, and the Site URL of the app. */
  cloverHookUrl: z.string(),
  bounceUrl: z.string(),
  /** Set where the hub's operator has a Clover app of their own for all its shops. */
  cloverAppId: z.string().nullable(),
});
export type Pairing = z.infer<typeof pairAnswer>;

/** GET /v1/device: how the hub knows this device. DELETE: revokes it. */
export const deviceAnswer = pairAnswer.omit({ token: true }).extend({
  deviceName: z.string(),
  devices: z.array(
    z.object({ id: z.string(), name: z.string(), lastSeenMs: z.number().nullable(), isThis: z.boolean() }),
  ),
  merchantId: z.string().nullable(),
  hasWooSecret: z.boolean(),
  hasCloverCode: z.boolean(),
  /** When the last webhook of each side came, Unix milliseconds. */
  lastHookMs: z.object({ till: z.number().nullable(), store: z.number().nullable() }),
});
export type HubDevice = z.infer<typeof deviceAnswer>;

/** POST /v1/invitations: a code for one more device of the same shop. */
export const invitationAnswer = z.object({ code: z.string(), untilMs: z.number() });

/** PUT /v1/shop: what the hub needs to know whose hints are whose. Absent fields stay. */
export const shopRequest = z.object({
  merchantId: z
    .string()
    .regex(/^[A-Z0-9]{8,20}$/)
    .optional(),
  /** Verifies the store's webhooks; a new one is valid beside the old one for a day. */
  wooSecret: z.string().min(16).max(120).optional(),
  /** Outage mail goes there; empty for none. */
  email: z.union([z.email().max(200), z.literal('')]).optional(),
  /** Whether order sync reports are kept at all. */
  keepsReports: z.boolean().optional(),
});

/** PUT /v1/clover/code: the X-Clover-Auth code of the merchant's own developer app. */
export const cloverCodeRequest = z.object({
  appId: z.string().min(8).max(40),
  authCode: z.string().min(8).max(36),
});
/** GET /v1/clover/code: the newest verification code that Clover sent, for the person to paste back. */
export const cloverCodeAnswer = z.object({
  verificationCode: z.string().nullable(),
  receivedMs: z.number().nullable(),
  hasAuthCode: z.boolean(),
  lastHookMs: z.number().nullable(),
});

/** POST /v1/wc-auth: announces an approval; the public key is a JWK (X25519) that only this device can answer to. */
export const wcAuthRequest = z.object({
  publicKey: z.object({ kty: z.literal('OKP'), crv: z.literal('X25519'), x: z.string().max(60) }),
});
export const wcAuthAnswer = z.object({
  userId: z.string(),
  callbackUrl: z.string(),
  /** The page that the owner's browser ends at; a relay of before has none of its own for it. */
  returnUrl: z.string().optional(),
  untilMs: z.number(),
});
/** GET /v1/wc-auth/:userId: the keys as a compact JWE (ECDH-ES, A256GCM), handed over once. */
export const wcAuthKeys = z.object({
  sealed: z.string().nullable(),
  /** The owner pressed Deny. */
  isRefused: z.boolean().optional(),
});

/** POST /v1/heartbeat, every quarter of an hour. */
export const heartbeatRequest = z.object({
  appVersion: z.string().max(40),
  till: z.enum(['ok', 'failing', 'none']),
  store: z.enum(['ok', 'failing', 'none']),
  waiting: z.number().int().nonnegative(),
  needsYou: z.number().int().nonnegative(),
  /** The app is being closed on purpose: the silence that follows is no outage. */
  isLast: z.boolean().optional(),
});

/** POST /v1/reports: ids and totals only. */
export const reportsRequest = z.object({
  orders: z
    .array(
      z.object({
        wooId: z.number().int(),
        cloverId: z.string().max(20).nullable(),
        totalCents: z.number().int(),
        currency: z.string().length(3),
        atMs: z.number().int(),
      }),
    )
    .max(200),
});

/** Any refusal. The sentence is for the person in front of the app. */
export const hubRefusal = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
