import { createHash } from 'node:crypto';

const TOKEN_BYTES = 32;
const PREFIX = 'tbd_';
/** Longer than any token: not worth hashing. */
const LONGEST_TOKEN = 100;

/** A device's token, 256 bits; shown once. */
export const makeDeviceToken = (makeBytes: (count: number) => Buffer): string =>
  PREFIX + makeBytes(TOKEN_BYTES).toString('base64url');

/**
 * What is kept of a token. A plain hash is enough for 256 random bits, and looking a hash up tells nothing of the
 * token by its time: who guesses cannot choose the hash.
 */
export const hashToken = (token: string): Buffer | null =>
  token.length > LONGEST_TOKEN ? null : createHash('sha256').update(token).digest();
