import type { Failure } from '../domain/failure.ts';
import type { Attempt, CloverEnvironment, TillConnection } from './face.ts';

/** What a person chose before going to Clover's page. */
export interface TillLoginRequest {
  readonly environment: CloverEnvironment;
  /** Overrides the environment's host of the REST API. */
  readonly apiUrl: string | null;
  /** Overrides the host of the page; of a till given by its own address it is that address. */
  readonly webUrl: string | null;
  /** A page on the web that sends the browser back to this computer; null: the relay's, or none. */
  readonly bounceUrl: string | null;
  /** The person's own developer app; null: the one of this copy or of the relay. */
  readonly app: { readonly id: string; readonly secret: string | null } | null;
}

/** What can be offered before anything is chosen. */
export interface TillLoginOffer {
  /** There is an App ID without the person's own. */
  readonly hasApp: boolean;
  /** What belongs into the Site URL of the person's own developer app. */
  readonly redirectUri: string;
}

/** A log-in under way: the browser is at Clover's page. */
export interface TillLoginFlow {
  /** Clover's page, to be shown by the system's browser. */
  readonly address: string;
  readonly redirectUri: string;
  /** Unix milliseconds: nobody waits longer. */
  readonly endsMs: number;
  /** The connection, or why there is none. */
  readonly ended: Promise<Attempt<TillConnection>>;
  /**
   * Takes what a person copied from the page: the code, or the page's whole address. Text that is none of this
   * log-in is refused and ends nothing.
   * @param merchantId for a code that stands alone; null where it is not known
   */
  paste(text: string, merchantId: string | null): Attempt<void>;
  cancel(): void;
}

/** Connecting the till through Clover's own page in the system's browser (clover.md 2). */
export interface TillLogin {
  readOffer(): TillLoginOffer;
  /**
   * Opens the way back and tells where to go. One log-in at a time: an earlier one is cancelled.
   * @param keep does what changes the connections, in its turn
   */
  begin(request: TillLoginRequest, keep: KeepTurn): Promise<Attempt<TillLoginFlow>>;
  close(): Promise<void>;
}

export type KeepTurn = (work: () => Promise<Attempt<TillConnection>>) => Promise<Attempt<TillConnection>>;

/** What a relay offers to a log-in once this computer is paired with it. */
export interface LoginRelay {
  readonly bounceUrl: string | null;
  readonly appId: string | null;
}

/** What the browser brought back. */
export type LoginAnswer =
  | { readonly kind: 'code'; readonly code: string; readonly merchantId: string }
  | { readonly kind: 'denied'; readonly failure: Failure };
