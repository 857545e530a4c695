import type { Area, MerchantToken } from '../tokens.ts';

/** A request that has passed the front: who asks is known and may. */
export interface TillCall {
  readonly origin: string;
  /** As sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly token: MerchantToken;
  readonly body: string;
  /** The part of the path that stands at `{name}`. */
  param(name: string): string;
}

/** Clover answers 200 to whatever succeeds (clover.md 0). */
export interface TillAnswer {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type TillMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly method: TillMethod;
  /** Below `/v3/merchants/{mId}`: `/items/{itemId}`; empty for the merchant itself. */
  readonly path: string;
  readonly area: Area;
  readonly answer: (call: TillCall) => TillAnswer;
}

/** What deletes and associations answer. */
export const EMPTY_ANSWER: TillAnswer = { body: {} };
