import type { Outcome } from '../domain/outcome.ts';
import type { TillConnection } from './face.ts';

/** Two tokens as Clover gives them out; times in Unix milliseconds of this computer's clock (clover.md 2.3). */
export interface TokenPair {
  readonly access: string;
  readonly accessEndsMs: number;
  /** null: Clover gave none, so nothing can be renewed. */
  readonly refresh: string | null;
  readonly refreshEndsMs: number | null;
}

/** The developer's app through which a merchant lets Tillbridge in; one with a secret is of high trust (clover.md 2.3). */
export interface TillApp {
  readonly id: string;
  readonly secret: string | null;
}

/** What a merchant's "Allow" gave, as the vault keeps it. Good for one merchant of one environment only. */
export interface TillGrant {
  readonly app: TillApp;
  readonly tokens: TokenPair;
  readonly obtainedMs: number;
  readonly merchantId: string;
  readonly environment: string;
  readonly apiUrl: string | null;
  /** Of a practice till: the key of its staff's desk, which an access token is not. */
  readonly staffKey: string | null;
}

/** Where a grant's calls go. */
export type GrantPlace = Pick<TillGrant, 'environment' | 'apiUrl'>;

/** Clover's calls about tokens. A refusal is `authLost`; `unknown` means that a pair may have been made and was lost. */
export interface GrantPort {
  /** @param verifier of the challenge with which the code was asked for; null where the app's secret proves it */
  exchange(
    place: GrantPlace,
    app: TillApp,
    code: string,
    verifier: string | null,
  ): Promise<Outcome<TokenPair>>;
  refresh(place: GrantPlace, app: TillApp, refreshToken: string): Promise<Outcome<TokenPair>>;
  /** Of high-trust apps alone: the pair that was made from this token and never used (clover.md 2.3). */
  recover(place: GrantPlace, app: TillApp, refreshToken: string): Promise<Outcome<TokenPair>>;
}

export type TillSecret =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'grant'; readonly grant: TillGrant };

/** A till's secret as the vault has it: an API token as it is, a grant as JSON, which no token looks like. */
export const readTillSecret = (kept: string): TillSecret =>
  kept.startsWith('{')
    ? { kind: 'grant', grant: JSON.parse(kept) as TillGrant }
    : { kind: 'token', token: kept };

/** Whether a grant is that of the connection: tokens of one world are never shown to another (clover.md 1). */
export const isGrantOf = (
  grant: TillGrant,
  { merchant, environment, apiUrl }: Pick<TillConnection, 'merchant' | 'environment' | 'apiUrl'>,
): boolean =>
  grant.merchantId === merchant.merchantId && grant.environment === environment && grant.apiUrl === apiUrl;
