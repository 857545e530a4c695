import { isInEurope } from './europe.ts';
import type { TicketInput } from './ticket-input.ts';
import { cleanLine } from './ticket-text.ts';

/** What of the customer may stand on the till, by the setting and the country. */
export interface CustomerWords {
  readonly name: string;
  readonly contact: readonly string[];
  readonly address: readonly string[];
  /** There is an address, and it is left out. */
  readonly isAddressHeld: boolean;
}

/** `name` has the address too, since a delivery cannot be made without; `none`, and the EU unless allowed, has nothing. */
export function readCustomer({ order, till, rules }: TicketInput): CustomerWords {
  const { customer, delivery } = order;
  const isEu = [till.country, customer.country].some(isInEurope);
  const reach = isEu && !rules.isEuAllowed ? 'none' : rules.customer;
  const address = delivery.kind === 'pickup' ? [] : clean(delivery.address);
  if (reach === 'none') return { name: '', contact: [], address: [], isAddressHeld: address.length > 0 };
  const person = cleanLine(`${customer.firstName} ${customer.lastName}`);
  return {
    name: person || cleanLine(customer.company),
    contact: reach === 'full' ? clean([customer.phone, customer.email, person && customer.company]) : [],
    address,
    isAddressHeld: false,
  };
}

const clean = (texts: readonly string[]): string[] => texts.map(cleanLine).filter((text) => text !== '');
