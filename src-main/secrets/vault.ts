import { createFailure, FailureError } from '../domain/failure.ts';
import type { SecretPort } from '../engine/ports.ts';
import { createKeychainVault, type Keytar } from './keychain-vault.ts';
import { createSealedFileVault } from './sealed-file-vault.ts';

export interface VaultOptions {
  readonly dataDir: string;
  /** 32 bytes in base64: secrets then go to a sealed file. For boxes without a keychain. */
  readonly secretKey: string | null;
  /** keytar is optional: it fails to load where libsecret is missing. */
  readonly loadKeytar: () => Promise<Keytar>;
}

/**
 * The sealed file when a key was given, else the system's keychain; never anything weaker.
 * @throws FailureError SECRET_KEY_WRONG or SECRET_NO_KEYCHAIN
 */
export async function openVault(options: VaultOptions): Promise<SecretPort> {
  if (options.secretKey !== null) return createSealedFileVault(options.dataDir, options.secretKey);
  try {
    const keytar = await options.loadKeytar();
    const vault = createKeychainVault(keytar, options.dataDir);
    await vault.get('probe'); // a keychain that is there but locked or without a service answers here
    return vault;
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new FailureError(createFailure('SECRET_NO_KEYCHAIN', { detail: detail ?? '' }));
  }
}
