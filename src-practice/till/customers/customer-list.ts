import type { TillContext } from '../context.ts';
import type { CustomerRow } from '../order-rows.ts';
import type { TillCall } from '../rest/call.ts';
import { type FilterFields, flag, number, text, texts, vacant } from '../rest/filter.ts';
import type { List } from '../rest/list.ts';
import { readTimedShelf } from '../rest/timed-source.ts';
import { cutToDigits, writeFullName } from './customer-book.ts';
import { CUSTOMER_EXPANDS, showCustomer } from './customer-view.ts';

/** The customers; searches for e-mail, phone and full name know where to look. */
export function createCustomerList(till: TillContext, call: TillCall): List<CustomerRow> {
  const { customers } = till.state;
  return {
    source: readTimedShelf(customers, () => true, {
      emailAddress: (value) => customers.byEmail.find(value),
      phoneNumber: (value) => customers.byPhone.find(value),
      fullName: (value) => customers.byName.find(value),
    }),
    fields: createCustomerFields(till),
    expands: CUSTOMER_EXPANDS,
    show: (customer, expand) => showCustomer(till, customer, expand, call),
  };
}

/** Flat names, though the contacts are arrays (clover.md 5.3). */
function createCustomerFields({ answers }: TillContext): FilterFields<CustomerRow> {
  return {
    customerSince: number((customer) => customer.createdTime),
    firstName: text((customer) => customer.firstName),
    lastName: text((customer) => customer.lastName),
    emailAddress: texts(({ emailAddresses }) => emailAddresses.map(({ emailAddress }) => emailAddress)),
    phoneNumber: texts(({ phoneNumbers }) =>
      phoneNumbers.flatMap(({ phoneNumber }) =>
        answers.phoneMatch === 'digits' ? [phoneNumber, cutToDigits(phoneNumber)] : [phoneNumber],
      ),
    ),
    marketingAllowed: flag(() => false),
    fullName: text(writeFullName),
    id: text((customer) => customer.id),
    deletedTime: vacant(),
  };
}
