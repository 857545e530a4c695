import type { Failure } from '../domain/failure.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Side } from './live-ledger.ts';

/** The relay that this PC is paired with; its token is in the vault. */
export interface HubConnection {
  /** Without a trailing slash. */
  readonly url: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly shopName: string;
  /** What the store's webhooks call. */
  readonly wooHookUrl: string;
  readonly cloverHookUrl: string;
  /** The page that hands an authorization code on to this PC; an app's Site URL. */
  readonly bounceUrl: string;
  /** The app id of the relay's operator; null where merchants bring their own. */
  readonly cloverAppId: string | null;
}

export interface PairedDevice {
  readonly id: string;
  readonly name: string;
  readonly lastSeenMs: number | null;
  readonly isThis: boolean;
}

/** How the relay knows this PC, asked fresh. */
export interface HubFacts {
  readonly devices: readonly PairedDevice[];
  readonly merchantId: string | null;
  readonly hasStoreSecret: boolean;
  readonly hasCloverCode: boolean;
  /** When the last webhook of each side came, Unix milliseconds. */
  readonly lastHookMs: Readonly<Record<Side, number | null>>;
}

export interface CloverCode {
  /** What Clover sent for a person to paste back (clover.md 9.1). */
  readonly verificationCode: string | null;
  readonly receivedMs: number | null;
  readonly hasAuthCode: boolean;
  readonly lastHookMs: number | null;
}

export interface ShopFacts {
  readonly merchantId?: string;
  readonly wooSecret?: string;
  readonly email?: string;
  readonly keepsReports?: boolean;
}

export interface Heartbeat {
  readonly appVersion: string;
  readonly till: 'ok' | 'failing' | 'none';
  readonly store: 'ok' | 'failing' | 'none';
  readonly waiting: number;
  readonly needsYou: number;
  /** The app is being closed on purpose. */
  readonly isLast?: boolean;
}

/** Ids and totals only. */
export interface OrderReport {
  readonly wooId: number;
  readonly cloverId: string | null;
  readonly totalCents: number;
  readonly currency: string;
  readonly atMs: number;
}

export interface Lease {
  readonly epoch: number;
  readonly isHolder: boolean;
  readonly holder: string | null;
  readonly isBinding: boolean;
  readonly ttlMs: number;
}

/** A moment by both clocks of this computer: one of them may stand still while it sleeps, the other may be set. */
export interface Moment {
  readonly monotonicMs: number;
  readonly wallMs: number;
}

/** What the relay says over its socket. */
export type HubNews =
  /** It answers a hello that was sent at this moment. */
  | {
      readonly kind: 'welcome';
      readonly lease: Lease;
      readonly needsPermits: boolean;
      readonly sent: Moment;
    }
  | { readonly kind: 'hint'; readonly seq: number; readonly side: Side; readonly key: string }
  | { readonly kind: 'resync'; readonly seq: number; readonly side: Side | null; readonly reason: string }
  | { readonly kind: 'lease'; readonly lease: Lease }
  /** It answered a ping that was sent at this moment: the lease of its holder is renewed from then. */
  | { readonly kind: 'pulse'; readonly sent: Moment }
  | { readonly kind: 'permit'; readonly calls: number; readonly forMs: number }
  /**
   * The socket is gone, for whatever reason; nothing follows. `retryAfterMs` where the relay named a time, `movedTo` where
   * another machine of it has this shop now.
   */
  | {
      readonly kind: 'ended';
      readonly failure: Failure;
      readonly retryAfterMs: number | null;
      readonly movedTo: string | null;
    };

/** Calls of orders go before those of the catalog. */
export type PermitLane = 'orders' | 'catalog';

export interface HubSession {
  /** Everything up to here is committed on this disk. */
  acknowledge(upTo: number): void;
  want(calls: number, lane: PermitLane): void;
  close(): void;
}

/** An approval that the store's owner gives in the browser (woocommerce.md 6). */
export interface StoreApproval {
  /** The store's address as it is called. */
  readonly siteUrl: string;
  readonly userId: string;
  readonly callbackUrl: string;
  /** The page that the owner's browser ends at; null where the relay has none for it. */
  readonly returnUrl: string | null;
  readonly untilMs: number;
  /** null while nobody has decided; handed over once. Rejected with HUB_APPROVAL_DENIED where the owner refused. */
  take(): Promise<Outcome<{ readonly key: string; readonly secret: string } | null>>;
}

/** The relay, for the device that the token belongs to. */
export interface HubPort {
  readFacts(): Promise<Outcome<HubFacts>>;
  /** Revokes a device: this one, or another of the shop. */
  revoke(deviceId: string | null): Promise<Outcome<void>>;
  /** A code for one more PC of this shop. */
  invite(): Promise<Outcome<{ readonly code: string; readonly untilMs: number }>>;
  tellShop(facts: ShopFacts): Promise<Outcome<void>>;
  tellCloverCode(appId: string, authCode: string): Promise<Outcome<void>>;
  readCloverCode(): Promise<Outcome<CloverCode>>;
  /** @param storeAddress as a person types it; NET_BAD_URL, NET_PLAIN_HTTP */
  beginApproval(storeAddress: string): Promise<Outcome<StoreApproval>>;
  beat(heartbeat: Heartbeat): Promise<Outcome<void>>;
  report(orders: readonly OrderReport[]): Promise<Outcome<void>>;
  /** All that the relay holds on this shop, as JSON. */
  readHeld(): Promise<Outcome<string>>;
  /** Erases all of it; the pairing of every PC ends with it. */
  erase(): Promise<Outcome<void>>;
  /**
   * @param cursor the last number that this PC has committed; null leaves it to the relay
   * @param at the machine that the relay has named for this shop; null: the relay's own address
   */
  link(
    hello: { readonly cursor: number | null; readonly wantsLease: boolean; readonly at: string | null },
    hear: (news: HubNews) => void,
  ): HubSession;
}

export interface HubConnector {
  pair(
    url: string,
    code: string,
    deviceName: string,
  ): Promise<Outcome<{ readonly token: string; readonly connection: HubConnection }>>;
  open(connection: HubConnection, token: string): HubPort;
}
