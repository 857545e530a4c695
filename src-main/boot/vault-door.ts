import { FailureError } from '../domain/failure.ts';
import { type Attempt, fail, succeed } from '../engine/face.ts';
import type { OpenVault, SecretPort } from '../engine/ports.ts';
import type { Keytar } from '../secrets/keychain-vault.ts';
import type { PracticeVault } from '../secrets/practice-vault.ts';
import { openVault } from '../secrets/vault.ts';

/**
 * Opened at the first need: a command that asks no secret works without a keychain. Without one the keys of practice,
 * and nothing else, are kept in memory.
 */
export function createVaultDoor(
  options: Parameters<typeof openVault>[0],
  practice: Pick<PracticeVault, 'open'>,
): OpenVault {
  let opened: Promise<Attempt<SecretPort>> | null = null;
  const open = async (): Promise<Attempt<SecretPort>> => {
    try {
      return succeed(await openVault(options));
    } catch (error) {
      if (error instanceof FailureError) return fail(error.failure);
      throw error;
    }
  };
  return async (owner) => {
    opened ??= open();
    const vault = await opened;
    if (vault.ok || vault.failure.code !== 'SECRET_NO_KEYCHAIN') return vault;
    const memory = practice.open(owner ?? null);
    return memory ? succeed(memory) : vault;
  };
}

/** Optional: an install without libsecret has no keytar, and the vault then says so. */
export const loadSystemKeytar = async (): Promise<Keytar> => (await import('keytar')).default;
