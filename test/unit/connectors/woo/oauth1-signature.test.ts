import { describe, expect, it } from 'vitest';
import {
  encodeRfc3986,
  signOauth1,
  writeQuery,
} from '../../../../src-main/connectors/woo/oauth1-signature.ts';

describe('the OAuth 1.0a signature', () => {
  it('is the one computed by hand: HMAC-SHA256 over method, address and sorted parameters', () => {
    // Made with: printf '%s' BASE | openssl dgst -sha256 -hmac 'cs_b&' -binary | base64, where BASE is
    // GET&http%3A%2F%2F127.0.0.1%3A8080%2Fwp-json%2Fwc%2Fv3%2Fproducts&_fields%3Did%252Csku%26oauth_c...
    const params = signOauth1(
      {
        method: 'get',
        address: 'http://127.0.0.1:8080/wp-json/wc/v3/products',
        params: { sku: "A b+c'(1)*!", per_page: '100', _fields: 'id,sku' },
      },
      { consumerKey: 'ck_a', consumerSecret: 'cs_b', nonce: '00ff', timestampSeconds: 1_700_000_000 },
    );
    expect(params.oauth_signature).toBe('ywP5vLZRJWCZgZllo53VU4J0TXmrT1cSJDlWWGxS4lA=');
    expect(params).toMatchObject({
      oauth_signature_method: 'HMAC-SHA256',
      oauth_timestamp: '1700000000',
      sku: "A b+c'(1)*!",
    });
  });

  it('encodes what encodeURIComponent leaves', () => {
    expect(encodeRfc3986("a!'()*b ~-._é")).toBe('a%21%27%28%29%2Ab%20~-._%C3%A9');
    expect(writeQuery({ a: '1 2', 'b&': '=' })).toBe('a=1%202&b%26=%3D');
  });
});
