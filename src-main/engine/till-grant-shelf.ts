import { createFailure, type Failure, FailureError } from '../domain/failure.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Attempt } from './attempt.ts';
import type { TillConnection } from './face.ts';
import type { SecretPort } from './ports.ts';
import { isGrantOf, readTillSecret, type TillGrant } from './till-grant.ts';
import type { LoginRecord } from './till-login-record.ts';

/** Name of the till's secret in the vault: an API token or a grant. */
export const TILL_SECRET = 'clover.token';
const VAULT_DELAY_MS = 5_000;

/** Holds the grant: in the vault, and in memory once it was asked for. */
export interface GrantShelf {
  /** The grant of this connection and of no other. */
  load(connection: TillConnection): Promise<Outcome<TillGrant>>;
  /** The one in memory. */
  held(): TillGrant | null;
  /** What the vault has now: another program may have renewed it. */
  reload(): Promise<Outcome<TillGrant>>;
  /** Puts what Clover gave into the vault, and only then makes it the one that is used. */
  put(next: TillGrant): Promise<Failure | null>;
  /** The vault has it already. */
  adopt(next: TillGrant): void;
  clear(): void;
}

export function createGrantShelf(
  openVault: () => Promise<Attempt<SecretPort>>,
  record: Pick<LoginRecord, 'keep'>,
): GrantShelf {
  let grant: TillGrant | null = null;
  /** Given by Clover and not in the vault: the one before it is dead, so this must not get lost. */
  let unsaved: TillGrant | null = null;

  const adopt = (next: TillGrant): void => {
    record.keep(next.tokens);
    [grant, unsaved] = [next, null];
  };
  const put = async (next: TillGrant): Promise<Failure | null> => {
    unsaved = next;
    const trouble = await writeVault(openVault, next);
    // A new connection may have begun meanwhile.
    if (!trouble && unsaved === next) adopt(next);
    return trouble;
  };
  const reload = async (): Promise<Outcome<TillGrant>> => {
    const trouble = unsaved && (await put(unsaved));
    if (trouble) return delay(trouble);
    const read = await readVault(openVault);
    if (read.kind === 'done') grant = read.value;
    if (read.kind === 'authLost') grant = null;
    return read;
  };
  return {
    load: async (connection) => {
      const loaded: Outcome<TillGrant> =
        grant && !unsaved ? { kind: 'done', value: grant, requestId: '' } : await reload();
      if (loaded.kind !== 'done' || isGrantOf(loaded.value, connection)) return loaded;
      return { kind: 'authLost', failure: createFailure('CLOVER_NOT_CONNECTED') };
    },
    held: () => grant,
    reload,
    put,
    adopt,
    clear: () => {
      [grant, unsaved] = [null, null];
    },
  };
}

async function readVault(openVault: () => Promise<Attempt<SecretPort>>): Promise<Outcome<TillGrant>> {
  const vault = await openVault();
  if (!vault.ok) return delay(vault.failure);
  try {
    const kept = await vault.value.get(TILL_SECRET);
    const secret = kept === null ? null : readTillSecret(kept);
    return secret?.kind === 'grant'
      ? { kind: 'done', value: secret.grant, requestId: '' }
      : { kind: 'authLost', failure: createFailure('SECRET_MISSING', { name: TILL_SECRET }) };
  } catch (error) {
    return delay(explainVault(error));
  }
}

const delay = (failure: Failure): Outcome<never> => ({
  kind: 'retryAfter',
  delayMs: VAULT_DELAY_MS,
  failure,
});

/** Why the vault gives or takes nothing: a keychain may be locked for a moment. */
export function explainVault(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
  return createFailure('SECRET_NO_KEYCHAIN', { detail });
}

/** @returns why it could not be kept; null when it is */
async function writeVault(
  openVault: () => Promise<Attempt<SecretPort>>,
  grant: TillGrant,
): Promise<Failure | null> {
  const vault = await openVault();
  if (!vault.ok) return vault.failure;
  try {
    await vault.value.set(TILL_SECRET, JSON.stringify(grant));
    return null;
  } catch (error) {
    return explainVault(error);
  }
}
