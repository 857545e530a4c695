import type { TillContext } from '../context.ts';
import type { CustomerRow } from '../order-rows.ts';
import type { TillCall } from '../rest/call.ts';
import { type Expand, type ExpandFields, showRelated } from '../rest/expand.ts';
import type { CustomerArea } from '../tokens.ts';
import { cutMetadata, maySee } from './customer-desk.ts';

export const CUSTOMER_EXPANDS: ExpandFields = {
  emailAddresses: { area: 'customers' },
  phoneNumbers: { area: 'customers' },
  addresses: { area: 'customers' },
  metadata: { area: 'customers' },
};

/** A customer: contacts show only when expanded, in Europe only to who may see them (clover.md 8). */
export function showCustomer(
  till: TillContext,
  customer: CustomerRow,
  expand: Expand,
  call: Pick<TillCall, 'origin' | 'token'>,
): Record<string, unknown> {
  const { merchant } = till;
  const may = (area: CustomerArea): boolean => maySee(till, call.token, area, 'r');
  const isShown = (name: string, area: CustomerArea): boolean => expand.has(name) && may(area);
  const { id, firstName, lastName, createdTime } = customer;
  const showAsIs = <Row>(row: Row): Row => row;
  return {
    href: `${call.origin}/v3/merchants/${merchant.id}/customers/${id}`,
    id,
    merchant: { id: merchant.id },
    firstName,
    lastName,
    // Whatever was sent (clover.md 8).
    ...(may('customersMarketing') && { marketingAllowed: false }),
    customerSince: createdTime,
    ...(isShown('emailAddresses', 'customersEmail') && {
      emailAddresses: showRelated(customer.emailAddresses, showAsIs),
    }),
    ...(isShown('phoneNumbers', 'customersPhone') && {
      phoneNumbers: showRelated(customer.phoneNumbers, showAsIs),
    }),
    ...(isShown('addresses', 'customersAddress') && {
      addresses: showRelated(customer.addresses, showAsIs),
    }),
    ...(expand.has('metadata') && { metadata: cutMetadata(customer.metadata, may) }),
  };
}
