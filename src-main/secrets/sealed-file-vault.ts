import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFailure, FailureError } from '../domain/failure.ts';
import type { SecretPort } from '../engine/ports.ts';
import { writeWhole } from '../runtime/write-whole.ts';

const FILE = 'secrets.sealed';
const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

interface Sealed {
  readonly nonce: string;
  readonly tag: string;
  readonly text: string;
}

/**
 * Secrets in one file, each sealed with AES-256-GCM under a fresh nonce and bound to its name.
 * @throws FailureError SECRET_KEY_WRONG when the key has another length or does not open the file
 */
export function createSealedFileVault(dataDir: string, secretKey: string): SecretPort {
  const key = Buffer.from(secretKey, 'base64');
  if (key.length !== KEY_BYTES) throw new FailureError(createFailure('SECRET_KEY_WRONG', { file: FILE }));
  const file = join(dataDir, FILE);
  const write = (sealed: Readonly<Record<string, Sealed>>): void =>
    replaceFile(dataDir, file, JSON.stringify(sealed));
  return {
    get: async (name) => {
      const sealed = readSealed(file)[name];
      return sealed === undefined ? null : unseal(name, sealed, key, file);
    },
    set: async (name, value) => {
      const sealed = readSealed(file);
      // A second key must not lock away what the first one sealed.
      for (const [other, entry] of Object.entries(sealed)) unseal(other, entry, key, file);
      write({ ...sealed, [name]: seal(name, value, key) });
    },
    remove: async (name) => {
      const { [name]: removed, ...rest } = readSealed(file);
      if (removed !== undefined) write(rest);
    },
  };
}

function seal(name: string, value: string, key: Buffer): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(name));
  const text = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return {
    nonce: nonce.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    text: text.toString('base64'),
  };
}

function unseal(name: string, sealed: Sealed, key: Buffer, file: string): string {
  const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.nonce, 'base64'))
    .setAAD(Buffer.from(name))
    .setAuthTag(Buffer.from(sealed.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(sealed.text, 'base64')), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    throw new FailureError(createFailure('SECRET_KEY_WRONG', { file }));
  }
}

function readSealed(file: string): Record<string, Sealed> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Sealed>;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return {};
    throw new FailureError(createFailure('SECRET_KEY_WRONG', { file }));
  }
}

function replaceFile(dataDir: string, file: string, text: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  writeWhole(file, text);
  syncFolder(dataDir);
}

/** A renewed token is used up at Clover once: a power cut must not bring the file before it back. */
function syncFolder(folder: string): void {
  // Windows opens no folders, and writes their entries through by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
