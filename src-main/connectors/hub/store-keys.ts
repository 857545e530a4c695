import { compactDecrypt, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

const keysSchema = z.object({ consumer_key: z.string(), consumer_secret: z.string() });

export interface KeyBox {
  /** As a JWK, for the relay to seal with. */
  readonly publicKey: { readonly kty: 'OKP'; readonly crv: 'X25519'; readonly x: string };
  /** null for what was not sealed for this box. */
  open(sealed: string): Promise<{ readonly key: string; readonly secret: string } | null>;
}

/** A box that only this process can open: its private key never leaves the memory. */
export async function createKeyBox(): Promise<KeyBox> {
  const pair = await generateKeyPair('ECDH-ES', { crv: 'X25519' });
  const { x = '' } = await exportJWK(pair.publicKey);
  return {
    publicKey: { kty: 'OKP', crv: 'X25519', x },
    open: async (sealed) => {
      try {
        const { plaintext } = await compactDecrypt(sealed, pair.privateKey);
        const keys = keysSchema.safeParse(JSON.parse(new TextDecoder().decode(plaintext)));
        return keys.success ? { key: keys.data.consumer_key, secret: keys.data.consumer_secret } : null;
      } catch {
        return null;
      }
    },
  };
}
