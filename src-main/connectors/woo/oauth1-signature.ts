import { createHmac } from 'node:crypto';

export interface Oauth1Call {
  readonly method: string;
  /** The address the shop believes it has, without a query. */
  readonly address: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Oauth1Seal {
  readonly consumerKey: string;
  readonly consumerSecret: string;
  /** Used once within the shop's 15 minutes. */
  readonly nonce: string;
  /** Unix seconds by the shop's clock. */
  readonly timestampSeconds: number;
}

/**
 * Signs a call by OAuth 1.0a without a token (woocommerce.md 2): all parameters stand in the query and are
 * signed, a JSON body is not.
 * @returns the parameters to send, the signature among them
 */
export function signOauth1(call: Oauth1Call, seal: Oauth1Seal): Record<string, string> {
  const params = {
    ...call.params,
    oauth_consumer_key: seal.consumerKey,
    oauth_nonce: seal.nonce,
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(seal.timestampSeconds),
  };
  const base = [call.method.toUpperCase(), call.address, writeSorted(params)].map(encodeRfc3986).join('&');
  const signature = createHmac('sha256', `${seal.consumerSecret}&`).update(base).digest('base64');
  return { ...params, oauth_signature: signature };
}

/** Sorted by encoded name, in bytes (RFC 5849 3.4.1.3.2). */
function writeSorted(params: Readonly<Record<string, string>>): string {
  return Object.entries(params)
    .map(([name, value]) => [encodeRfc3986(name), encodeRfc3986(value)] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
}

/** encodeURIComponent leaves five characters that RFC 3986 reserves. */
export const encodeRfc3986 = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A query of RFC 3986, without the question mark. */
export const writeQuery = (params: Readonly<Record<string, string>>): string =>
  Object.entries(params)
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`)
    .join('&');
