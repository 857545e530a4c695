import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what the hub must be able to read again, and hashes what it must only recognise. */
export interface Seal {
  /** AES-256-GCM; opens only under the same purpose (table and shop). */
  close(purpose: string, text: string): Buffer;
  /** Null where the text was sealed with another key, for another purpose, or was changed. */
  open(purpose: string, sealed: Buffer): string | null;
  /** A keyed hash (32 bytes): a stolen database alone allows no guessing of short codes. */
  hash(purpose: string, text: string): Buffer;
}

/** @param key 32 bytes, the hub's */
export function createSeal(key: Buffer, makeBytes: (count: number) => Buffer): Seal {
  const sealKey = deriveKey(key, 'seal');
  const hashKey = deriveKey(key, 'hash');
  return {
    close: (purpose, text) => {
      const nonce = makeBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]);
    },
    open: (purpose, sealed) => {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(purpose));
      decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const body = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
    hash: (purpose, text) => createHmac('sha256', hashKey).update(`${purpose}\n${text}`).digest(),
  };
}

const deriveKey = (key: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `tillbridge hub ${use}`, KEY_BYTES));
