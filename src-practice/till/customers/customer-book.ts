import { IdIndex } from '../id-index.ts';
import type { CustomerRow } from '../order-rows.ts';
import { TimedShelf } from '../timed-shelf.ts';

/** The customers, found at once by what a client searches for before it makes one (clover.md 8). */
export class CustomerBook extends TimedShelf<CustomerRow> {
  readonly byEmail = new IdIndex();
  /** By the number as written, and by its digits alone. */
  readonly byPhone = new IdIndex();
  readonly byName = new IdIndex();

  override put(given: CustomerRow): CustomerRow {
    this.#forget(given.id);
    const customer = super.put(given);
    for (const { emailAddress } of customer.emailAddresses) this.byEmail.add(emailAddress, customer.id);
    for (const phone of listPhones(customer)) this.byPhone.add(phone, customer.id);
    this.byName.add(writeFullName(customer), customer.id);
    return customer;
  }

  override delete(id: string): boolean {
    this.#forget(id);
    return super.delete(id);
  }

  #forget(id: string): void {
    const customer = this.get(id);
    if (!customer) return;
    for (const { emailAddress } of customer.emailAddresses) this.byEmail.remove(emailAddress, id);
    for (const phone of listPhones(customer)) this.byPhone.remove(phone, id);
    this.byName.remove(writeFullName(customer), id);
  }
}

/** First and last name as one text. */
export function writeFullName({ firstName, lastName }: CustomerRow): string {
  return [firstName, lastName].filter((name) => name !== undefined).join(' ');
}

/** A phone number without what people put between its digits. */
export function cutToDigits(phoneNumber: string): string {
  return phoneNumber.replace(/\D/g, '');
}

function listPhones({ phoneNumbers }: CustomerRow): string[] {
  return phoneNumbers.flatMap(({ phoneNumber }) => [phoneNumber, cutToDigits(phoneNumber)]);
}
