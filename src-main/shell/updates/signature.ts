import { createPublicKey, verify } from 'node:crypto';

/**
 * Stands before the feed in what is signed, so that a signature of ours over something else is none over a feed.
 * `scripts/sign-release.mjs` writes the same.
 */
const WHAT_IS_SIGNED = 'tillbridge update feed 1\n';
const SIGNATURE_BYTES = 64;

/**
 * Whether one of the keys has signed exactly this feed.
 * @param signature Ed25519, in base64
 * @param keys public, SPKI in DER, in base64
 */
export function isSigned(feed: string, signature: string, keys: readonly string[]): boolean {
  const bytes = Buffer.from(signature, 'base64');
  if (bytes.length !== SIGNATURE_BYTES) return false;
  const signed = Buffer.from(WHAT_IS_SIGNED + feed, 'utf8');
  return keys.some((key) => verify(null, signed, readKey(key), bytes));
}

/** @throws Error where the text is no Ed25519 key */
export function readKey(text: string) {
  const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  // Another kind of key would verify by other rules.
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key of the updates is not Ed25519.');
  return key;
}
