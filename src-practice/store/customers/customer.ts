import type { Address } from '../orders/order.ts';
import type { MetaEntry } from '../products/product.ts';

/** Somebody with an account at the shop. */
export interface CustomerRecord {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly role: string;
  readonly createdMs: number;
  readonly modifiedMs: number;
  readonly billing: Address;
  readonly shipping: Address;
  readonly meta: readonly MetaEntry[];
}
