import type { PracticeRandom } from '../../random.ts';

export type KeyPermission = 'read' | 'write' | 'read_write';
export type KeyRole = 'shop_manager' | 'customer';

export interface ConsumerKey {
  readonly id: number;
  readonly consumerKey: string;
  readonly consumerSecret: string;
  readonly permission: KeyPermission;
  readonly role: KeyRole;
}

/** The REST API keys of the store. */
export interface KeyRing {
  add(options?: { permission?: KeyPermission; role?: KeyRole }): ConsumerKey;
  /** True if there was such a key. */
  revoke(consumerKey: string): boolean;
  find(consumerKey: string): ConsumerKey | undefined;
}

const HEX = '0123456789abcdef';

/** An empty ring; keys look like the real ones: `ck_` or `cs_` and 40 hex digits. */
export function createKeyRing(random: PracticeRandom): KeyRing {
  const keys = new Map<string, ConsumerKey>();
  let lastId = 0;
  const createToken = (prefix: string): string => {
    let token = prefix;
    for (let position = 0; position < 40; position += 1) token += HEX[random.below(16)];
    return token;
  };
  return {
    add: ({ permission = 'read_write', role = 'shop_manager' } = {}) => {
      lastId += 1;
      const key: ConsumerKey = {
        id: lastId,
        consumerKey: createToken('ck_'),
        consumerSecret: createToken('cs_'),
        permission,
        role,
      };
      keys.set(key.consumerKey, key);
      return key;
    },
    revoke: (consumerKey) => keys.delete(consumerKey),
    find: (consumerKey) => keys.get(consumerKey),
  };
}
