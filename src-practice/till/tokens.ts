import { randomUUID } from 'node:crypto';

/** The areas a merchant ticks when making an API token (clover.md 3.1). */
export type Area =
  | 'inventory'
  | 'orders'
  | 'payments'
  | 'customers'
  | 'employees'
  | 'merchant'
  | CustomerArea;

/** What Europe asks for one by one, beside `customers` (clover.md 8); nobody else is asked. */
export type CustomerArea =
  | 'customersAddress'
  | 'customersBirthDate'
  | 'customersBusinessName'
  | 'customersEmail'
  | 'customersMarketing'
  | 'customersNote'
  | 'customersPhone';
export type TokenPermissions = Readonly<Partial<Record<Area, 'r' | 'w' | 'rw'>>>;

export interface MerchantToken {
  readonly token: string;
  readonly permissions: TokenPermissions;
}

/** The merchant API tokens of the till's dashboard (clover.md 2.6). */
export interface TokenRing {
  /** Makes a token, or takes the given text as one, and returns it. */
  add(permissions: TokenPermissions, token?: string): string;
  /** True if there was such a token. */
  revoke(token: string): boolean;
  find(token: string): MerchantToken | undefined;
}

/** Everything a merchant can tick, without what Europe asks for one by one. */
export const ALL_PERMISSIONS: TokenPermissions = {
  inventory: 'rw',
  orders: 'rw',
  payments: 'rw',
  customers: 'rw',
  employees: 'rw',
  merchant: 'rw',
};

/** A dashboard without tokens. */
export function createTokenRing(): TokenRing {
  const tokens = new Map<string, MerchantToken>();
  return {
    add: (permissions, token = randomUUID()) => {
      tokens.set(token, { token, permissions });
      return token;
    },
    revoke: (token) => tokens.delete(token),
    find: (token) => tokens.get(token),
  };
}

/** Whether the token may read (`r`) or write (`w`) in the area. */
export function isPermitted(token: MerchantToken, area: Area, kind: 'r' | 'w'): boolean {
  return token.permissions[area]?.includes(kind) ?? false;
}
