import { createAddress, mergeAddress } from '../orders/order-fields.ts';
import { mergeMeta } from '../products/meta-data.ts';
import { type Fields, RestFailure } from '../rest/failure.ts';
import { toText } from '../rest/values.ts';
import { readNow, type Shop } from '../shop.ts';
import type { CustomerRecord } from './customer.ts';

/**
 * Opens an account with the fields of REST.
 * @throws RestFailure 400 for an address of e-mail that has one
 */
export function createCustomer(shop: Shop, fields: Fields): CustomerRecord {
  const nowMs = readNow(shop);
  const email = toText(fields.email);
  const blank: CustomerRecord = {
    id: shop.state.ids.user,
    email: '',
    firstName: '',
    lastName: '',
    username: toText(fields.username) || (email.split('@')[0] ?? ''),
    role: 'customer',
    createdMs: nowMs,
    modifiedMs: nowMs,
    billing: createAddress('billing'),
    shipping: createAddress('shipping'),
    meta: [],
  };
  const customer = saveCustomer(shop, blank, fields);
  shop.state.ids.user += 1;
  return customer;
}

/** Changes an account. */
export function saveCustomer(shop: Shop, before: CustomerRecord, fields: Fields): CustomerRecord {
  const email = fields.email === undefined ? before.email : toText(fields.email);
  const known = findByEmail(shop, email);
  if (known && known.id !== before.id) {
    const message = `An account is already registered with ${email}. Please log in or use a different email address.`;
    throw new RestFailure(400, 'registration-error-email-exists', message);
  }
  const customer = {
    ...before,
    email,
    firstName: fields.first_name === undefined ? before.firstName : toText(fields.first_name),
    lastName: fields.last_name === undefined ? before.lastName : toText(fields.last_name),
    modifiedMs: readNow(shop),
    billing: mergeAddress(before.billing, fields.billing),
    shipping: mergeAddress(before.shipping, fields.shipping),
    meta: mergeMeta(shop.state.ids, before.meta, fields.meta_data),
  };
  const isNew = !shop.state.customers.has(customer.id);
  shop.state.customers.set(customer.id, customer);
  // A new account is saved twice: both are told (seen with 9.9.5).
  if (isNew) shop.hooks.fire('customer.created', customer.id);
  shop.hooks.fire('customer.updated', customer.id);
  return customer;
}

const findByEmail = (shop: Shop, email: string): CustomerRecord | undefined =>
  [...shop.state.customers.values()].find((customer) => customer.email.toLowerCase() === email.toLowerCase());
