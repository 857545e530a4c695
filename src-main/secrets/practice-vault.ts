import { createFailure, FailureError } from '../domain/failure.ts';
import { isPracticeUrl } from '../domain/practice-url.ts';
import type { PracticeServers, SecretPort } from '../engine/ports.ts';

/** Knows the practice servers of this program, and keeps their keys where no keychain takes them: in memory alone. */
export interface PracticeVault extends PracticeServers {
  /**
   * Where the keys of those servers may be kept; null where there is no such place.
   * @param owner whose secret is about to be kept; null: only what is kept already is read, renewed or removed. Any
   *   other address than theirs ends it: nothing real is ever beside it.
   */
  open(owner: string | null): SecretPort | null;
}

interface Kept {
  readonly origins: ReadonlySet<string>;
  readonly secrets: Map<string, string>;
}

/** Nothing of it is written anywhere, and it ends with the program. */
export function createPracticeVault(): PracticeVault {
  let now: Kept | null = null;
  const has = (address: string): boolean => now?.origins.has(originOf(address)) ?? false;
  const end = (): void => {
    now?.secrets.clear();
    now = null;
  };
  return {
    begin: (addresses) => {
      end();
      now = { origins: new Set(addresses.filter(isPracticeUrl).map(originOf)), secrets: new Map() };
    },
    has,
    holdsKeys: () => now !== null && now.secrets.size > 0,
    open: (owner) => {
      if (owner !== null && !has(owner)) end();
      const mine = now;
      return mine && openPort(mine, owner !== null, () => now === mine);
    },
  };
}

const openPort = ({ secrets }: Kept, mayAdd: boolean, isOpen: () => boolean): SecretPort => ({
  get: async (name) => secrets.get(name) ?? null,
  set: async (name, value) => {
    if (!isOpen() || !(mayAdd || secrets.has(name)))
      throw new FailureError(createFailure('SECRET_NO_KEYCHAIN', {}));
    secrets.set(name, value);
  },
  remove: async (name) => void secrets.delete(name),
});

const originOf = (address: string): string => (URL.canParse(address) ? new URL(address).origin : '');
