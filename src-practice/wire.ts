/**
 * The seam between a practice service and whatever carries its requests: real HTTP (`serve.ts`) or a
 * simulated transport that calls `handle` in-process under a virtual clock.
 */
export interface WireRequest {
  readonly method: string;
  /** Path and query as sent, for example `/v3/merchants/ABC/items?limit=100`. */
  readonly url: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The origin the caller addressed, for signatures and absolute links: `http://127.0.0.1:4100`. */
  readonly origin: string;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A service with state: one answer per request, and its own clock for work time and limits. */
export interface WireService {
  handle(request: WireRequest): Promise<WireResponse>;
}
