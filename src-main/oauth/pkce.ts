import { createHash } from 'node:crypto';
import type { Random } from '../engine/ports.ts';

/** 64 characters, of 43 to 128 that there may be (RFC 7636 4.1). */
const VERIFIER_BYTES = 48;

/** The proof that whoever brings a code is who asked for it (clover.md 2.2). */
export interface Pkce {
  /** Goes to Clover with the code, and nowhere else. */
  readonly verifier: string;
  /** Its SHA-256, in the address of the page. */
  readonly challenge: string;
}

/** A fresh pair for one log-in; the method is S256 and no other. */
export function createPkce(random: Pick<Random, 'hex'>): Pkce {
  const verifier = Buffer.from(random.hex(VERIFIER_BYTES), 'hex').toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
