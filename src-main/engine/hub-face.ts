import type { Failure } from '../domain/failure.ts';
import type { StoreFacts } from '../domain/store-catalog.ts';
import type { Attempt } from './attempt.ts';
import type { CloverCode, HubConnection, HubFacts, Lease } from './hub-ports.ts';

export type { CloverCode, HubConnection, HubFacts, Lease } from './hub-ports.ts';

export type HubWord = 'not-connected' | 'off' | 'away' | 'connected' | 'watching' | 'resting';

/** How it stands with the relay, from what is kept here. */
export interface HubState {
  /** `watching`: another PC writes; `resting`: nothing runs that would be connected; `off`: by the setting. */
  readonly word: HubWord;
  readonly connection: HubConnection | null;
  /** Why it is away, or why nothing is written. */
  readonly failure: Failure | null;
  readonly lease: Lease | null;
  /** Why this PC writes nothing; null while it may. */
  readonly refusal: Failure | null;
  /** Hints flow from both sides, so looks are far apart. */
  readonly isHinted: boolean;
  /** When the last hint of each side came, Unix milliseconds. */
  readonly lastHintMs: { readonly till: number | null; readonly store: number | null };
}

/** Does work while nothing else has the connections. */
export type Alone = <T>(work: () => Promise<Attempt<T>>) => Promise<Attempt<T>>;

/** The relay, as the window, the command line and the tests know it. */
export interface HubDesk {
  state(): HubState;
  /** HUB_NO_CODE, HUB_REFUSED, HUB_NOT_A_HUB, NET_*. */
  connect(pairing: {
    readonly url: string;
    readonly code: string;
    readonly deviceName: string;
  }): Promise<Attempt<HubConnection>>;
  /** Removes the store's webhooks and the pairing; false where none was. */
  disconnect(): Promise<boolean>;
  /** Connects again and looks after the store's webhooks now, not when it is their turn. */
  retry(): void;
  /** The computer goes to sleep, or has woken: its lease counts again once the relay has answered anew. */
  noteSleep(word: 'asleep' | 'awake'): void;
  /** One real call. */
  test(): Promise<Attempt<HubFacts>>;
  invite(): Promise<Attempt<{ readonly code: string; readonly untilMs: number }>>;
  revoke(deviceId: string): Promise<Attempt<void>>;
  readCloverCode(): Promise<Attempt<CloverCode>>;
  tellCloverCode(appId: string, authCode: string): Promise<Attempt<void>>;
  /** All that the relay holds on this shop, as JSON text. */
  readHeld(): Promise<Attempt<string>>;
  /** Erases all of that, and ends the pairing. */
  erase(): Promise<Attempt<void>>;
  /**
   * WooCommerce's one-click approval: answers the page to open in the browser, and what waits for the keys
   * (woocommerce.md 6). HUB_APPROVAL_DENIED when the owner refuses, or nobody approves in time.
   */
  beginStoreApproval(storeUrl: string): Promise<
    Attempt<{
      readonly pageUrl: string;
      readonly untilMs: number;
      /** @param alone does the connecting at the end, and nothing else beside it; without it, it is just done */
      finish(
        signal: AbortSignal,
        alone?: Alone,
      ): Promise<Attempt<{ readonly store: StoreFacts; readonly warnings: readonly Failure[] }>>;
    }>
  >;
}
