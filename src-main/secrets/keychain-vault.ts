import { createHash } from 'node:crypto';
import type { SecretPort } from '../engine/ports.ts';

const SERVICE = 'Tillbridge';

/** The part of keytar that is used. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** Secrets in the system's keychain, apart for each data folder. */
export function createKeychainVault(keytar: Keytar, dataDir: string): SecretPort {
  const folder = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const account = (name: string): string => `${name}@${folder}`;
  return {
    get: (name) => keytar.getPassword(SERVICE, account(name)),
    set: (name, value) => keytar.setPassword(SERVICE, account(name), value),
    remove: async (name) => void (await keytar.deletePassword(SERVICE, account(name))),
  };
}
