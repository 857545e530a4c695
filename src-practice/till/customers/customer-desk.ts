import { createId, readNow, type TillContext } from '../context.ts';
import type { CustomerAddress, CustomerMetadata, CustomerRow } from '../order-rows.ts';
import { missField } from '../rest/body.ts';
import { miss, refuse } from '../rest/failure.ts';
import { type CustomerArea, isPermitted, type MerchantToken } from '../tokens.ts';
import type { AddressBody, CustomerBody, EmailBody, PhoneBody } from './customer-body.ts';

/** Domains no mail can be sent to; that they are refused was seen for `.test` (clover.md 8). */
const DEAD_DOMAIN = /\.(test|invalid|localhost|example)$/i;
const REQUIRED_ADDRESS = ['address1', 'city', 'state', 'zip', 'country'] as const;

/** The customer of an id; a 404 as recorded when there is none. */
export function findCustomer({ state }: TillContext, id: string): CustomerRow {
  const customer = state.customers.get(id);
  if (!customer) throw miss('Customer');
  return customer;
}

/** Outside Europe one permission is enough for all of a customer (clover.md 8). */
export function maySee(
  till: TillContext,
  token: MerchantToken,
  area: CustomerArea,
  kind: 'r' | 'w',
): boolean {
  return till.merchant.region !== 'eu' || isPermitted(token, area, kind);
}

/** Adds a customer; nothing about it has to be unique. */
export function createCustomer(till: TillContext, body: CustomerBody, token: MerchantToken): CustomerRow {
  const createdTime = readNow(till);
  const blank: CustomerRow = {
    id: createId(till),
    emailAddresses: [],
    phoneNumbers: [],
    addresses: [],
    metadata: {},
    createdTime,
    modifiedTime: createdTime,
  };
  return till.state.customers.put({ ...blank, ...readFields(till, body, token) });
}

/** Changes only what is sent; contacts that are sent replace those there were. */
export function updateCustomer(
  till: TillContext,
  customer: CustomerRow,
  body: CustomerBody,
  token: MerchantToken,
): CustomerRow {
  const fields = readFields(till, body, token);
  const metadata = { ...customer.metadata, ...fields.metadata };
  return changeCustomer(till, customer, { ...fields, metadata });
}

/** Replaces parts of a customer. */
export function changeCustomer(
  till: TillContext,
  customer: CustomerRow,
  change: Partial<CustomerRow>,
): CustomerRow {
  return till.state.customers.put({ ...customer, ...change, modifiedTime: readNow(till) });
}

/** Makes an e-mail address with an id. */
export function createEmail(
  till: TillContext,
  { emailAddress }: EmailBody,
): { id: string; emailAddress: string } {
  if (emailAddress === undefined) throw missField('emailAddress');
  if (!/^\S+@[^\s@]+\.[^\s@]+$/.test(emailAddress) || DEAD_DOMAIN.test(emailAddress)) {
    throw refuse('Invalid email address');
  }
  return { id: createId(till), emailAddress };
}

/** Makes a phone number with an id. */
export function createPhone(
  till: TillContext,
  { phoneNumber }: PhoneBody,
): { id: string; phoneNumber: string } {
  if (phoneNumber === undefined) throw missField('phoneNumber');
  return { id: createId(till), phoneNumber };
}

/** Makes an address with an id; one that is not whole is refused. */
export function createAddress(till: TillContext, body: AddressBody): CustomerAddress {
  const missing = REQUIRED_ADDRESS.find((field) => !body[field]);
  if (missing !== undefined) throw missField(missing);
  const { address1 = '', city = '', state = '', zip = '', country = '' } = body;
  if (country.length !== 2) throw refuse('Country must have 2 letters');
  return { ...body, id: createId(till), address1, city, state, zip, country };
}

/** What the token may not write is dropped: the same calls, fewer fields (clover.md 8). */
function readFields(till: TillContext, body: CustomerBody, token: MerchantToken): Partial<CustomerRow> {
  const may = (area: CustomerArea): boolean => maySee(till, token, area, 'w');
  const { firstName, lastName, emailAddresses, phoneNumbers, addresses, metadata } = body;
  return {
    ...('firstName' in body && { firstName }),
    ...('lastName' in body && { lastName }),
    ...(emailAddresses &&
      may('customersEmail') && {
        emailAddresses: emailAddresses.map((given) => createEmail(till, given)),
      }),
    ...(phoneNumbers &&
      may('customersPhone') && {
        phoneNumbers: phoneNumbers.map((given) => createPhone(till, given)),
      }),
    ...(addresses &&
      may('customersAddress') && {
        addresses: addresses.map((given) => createAddress(till, given)),
      }),
    ...(metadata && { metadata: cutMetadata(metadata, may) }),
  };
}

/** The parts of the metadata that are permitted, each by an area of its own. */
export function cutMetadata(
  { businessName, note, dobYear, dobMonth, dobDay }: CustomerMetadata,
  may: (area: CustomerArea) => boolean,
): CustomerMetadata {
  return {
    ...(businessName !== undefined && may('customersBusinessName') && { businessName }),
    ...(note !== undefined && may('customersNote') && { note }),
    ...(may('customersBirthDate') && { dobYear, dobMonth, dobDay }),
  };
}
