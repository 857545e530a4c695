import type { TillContext } from '../context.ts';
import type { CustomerRow } from '../order-rows.ts';
import { readBody } from '../rest/body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from '../rest/call.ts';
import { NOTHING_EXPANDED, readExpand } from '../rest/expand.ts';
import { miss } from '../rest/failure.ts';
import { answerList } from '../rest/list.ts';
import type { CustomerArea } from '../tokens.ts';
import { ADDRESS_BODY, CUSTOMER_BODY, EMAIL_BODY, METADATA_BODY, PHONE_BODY } from './customer-body.ts';
import {
  changeCustomer,
  createAddress,
  createCustomer,
  createEmail,
  createPhone,
  findCustomer,
  maySee,
  updateCustomer,
} from './customer-desk.ts';
import { createCustomerList } from './customer-list.ts';
import { CUSTOMER_EXPANDS, showCustomer } from './customer-view.ts';

const AREA = 'customers';
const CUSTOMER = '/customers/{customerId}';

/** `/customers` (clover.md 8). */
export function createCustomerRoutes(till: TillContext): Route[] {
  const find = (call: TillCall): CustomerRow => findCustomer(till, call.param('customerId'));
  const show = (call: TillCall, customer: CustomerRow): TillAnswer => ({
    body: showCustomer(till, customer, readExpand(call, CUSTOMER_EXPANDS, till.answers), call),
  });
  const remove = (call: TillCall): TillAnswer => {
    till.state.customers.delete(find(call).id);
    return EMPTY_ANSWER;
  };
  const setMetadata = (call: TillCall): TillAnswer => {
    const metadata = readBody(call, METADATA_BODY);
    const customer = updateCustomer(till, find(call), { metadata }, call.token);
    const expand = new Map([['metadata', NOTHING_EXPANDED]]);
    return { body: showCustomer(till, customer, expand, call).metadata };
  };
  return [
    {
      method: 'GET',
      path: '/customers',
      area: AREA,
      answer: (call) => answerList(till, call, createCustomerList(till, call)),
    },
    {
      method: 'POST',
      path: '/customers',
      area: AREA,
      answer: (call) => show(call, createCustomer(till, readBody(call, CUSTOMER_BODY), call.token)),
    },
    { method: 'GET', path: CUSTOMER, area: AREA, answer: (call) => show(call, find(call)) },
    {
      method: 'POST',
      path: CUSTOMER,
      area: AREA,
      answer: (call) =>
        show(call, updateCustomer(till, find(call), readBody(call, CUSTOMER_BODY), call.token)),
    },
    { method: 'DELETE', path: CUSTOMER, area: AREA, answer: remove },
    { method: 'POST', path: `${CUSTOMER}/metadata`, area: AREA, answer: setMetadata },
    ...createContactRoutes(till, {
      path: 'email_addresses',
      area: 'customersEmail',
      read: (customer) => customer.emailAddresses,
      create: (call) => createEmail(till, readBody(call, EMAIL_BODY)),
      change: (emailAddresses) => ({ emailAddresses }),
    }),
    ...createContactRoutes(till, {
      path: 'phone_numbers',
      area: 'customersPhone',
      read: (customer) => customer.phoneNumbers,
      create: (call) => createPhone(till, readBody(call, PHONE_BODY)),
      change: (phoneNumbers) => ({ phoneNumbers }),
    }),
    ...createContactRoutes(till, {
      path: 'addresses',
      area: 'customersAddress',
      read: (customer) => customer.addresses,
      create: (call) => createAddress(till, readBody(call, ADDRESS_BODY)),
      change: (addresses) => ({ addresses }),
    }),
  ];
}

interface ContactKind<Contact extends { readonly id: string }> {
  readonly path: string;
  readonly area: CustomerArea;
  readonly read: (customer: CustomerRow) => readonly Contact[];
  /** A whole contact: an update is not published as partial. */
  readonly create: (call: TillCall) => Contact;
  readonly change: (contacts: readonly Contact[]) => Partial<CustomerRow>;
}

/** One kind of a customer's contacts; in Europe without the permission a write is dropped. */
function createContactRoutes<Contact extends { readonly id: string }>(
  till: TillContext,
  { path, area, read, create, change }: ContactKind<Contact>,
): Route[] {
  const find = (call: TillCall): CustomerRow => findCustomer(till, call.param('customerId'));
  const save = (call: TillCall, contacts: readonly Contact[]): void => {
    if (maySee(till, call.token, area, 'w')) changeCustomer(till, find(call), change(contacts));
  };
  const findOwn = (call: TillCall): Contact => {
    const contact = read(find(call)).find(({ id }) => id === call.param('contactId'));
    if (!contact) throw miss('Contact');
    return contact;
  };
  const add = (call: TillCall): TillAnswer => {
    const contact = create(call);
    save(call, [...read(find(call)), contact]);
    return { body: contact };
  };
  const update = (call: TillCall): TillAnswer => {
    const contact = { ...create(call), id: findOwn(call).id };
    save(
      call,
      read(find(call)).map((other) => (other.id === contact.id ? contact : other)),
    );
    return { body: contact };
  };
  const remove = (call: TillCall): TillAnswer => {
    const { id } = findOwn(call);
    save(
      call,
      read(find(call)).filter((other) => other.id !== id),
    );
    return EMPTY_ANSWER;
  };
  const listPath = `${CUSTOMER}/${path}`;
  return [
    { method: 'POST', path: listPath, area: AREA, answer: add },
    { method: 'POST', path: `${listPath}/{contactId}`, area: AREA, answer: update },
    { method: 'DELETE', path: `${listPath}/{contactId}`, area: AREA, answer: remove },
  ];
}
