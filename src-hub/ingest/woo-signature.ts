import { createHmac, timingSafeEqual } from 'node:crypto';

/** Base64 of 32 bytes (woocommerce.md 5). */
const SIGNATURE_CHARACTERS = 44;

/**
 * Whether the raw bytes were signed with one of the secrets. The texts are compared, not what they decode to: base64
 * has several spellings of the same bytes, and WooCommerce has one.
 */
export function isSignedBy(secrets: readonly string[], body: Buffer, signature: string): boolean {
  const given = Buffer.from(signature, 'latin1');
  if (given.length !== SIGNATURE_CHARACTERS) return false;
  let isSigned = false;
  for (const secret of secrets) {
    const right = Buffer.from(createHmac('sha256', secret).update(body).digest('base64'), 'latin1');
    isSigned = timingSafeEqual(right, given) || isSigned;
  }
  return isSigned;
}
