import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillDesk } from '../../engine/order-ports.ts';
import { mapValue, succeed } from '../outcomes.ts';
import { readText } from '../wire-values.ts';
import type { CloverClient } from './clover-client.ts';
import { createRow } from './clover-creates.ts';
import { readList } from './clover-pages.ts';
import { isLive, readId } from './clover-rows.ts';

/** Clover refuses other card tenders for payments that it did not make (clover.md 7.7). */
const CARD_KEYS = /credit_card|debit_card|gift_card|pin_debit/;

export async function readTillDesk(client: CloverClient): Promise<Outcome<TillDesk>> {
  const types = await readList(client, '/order_types');
  if (types.kind !== 'done') return types;
  const tenders = await readList(client, '/tenders');
  return mapValue(tenders, (rows) => ({
    orderTypes: types.value
      .filter((row) => isLive(row) && row.isDeleted !== true)
      .map((row) => ({ id: readId(row), label: readText(row.label), isTaxable: row.taxable !== false })),
    tenders: rows.filter(isLive).map((row) => ({
      id: readId(row),
      label: readText(row.label),
      labelKey: readText(row.labelKey),
      isUsable: row.enabled !== false && row.visible !== false && !CARD_KEYS.test(readText(row.labelKey)),
    })),
  }));
}

export async function createTillOrderType(client: CloverClient, label: string): Promise<Outcome<CloverId>> {
  return mapValue(await createRow(client, '/order_types', { label, taxable: true }, label), readId);
}

export async function createTillTender(client: CloverClient, label: string): Promise<Outcome<CloverId>> {
  const body = { label, enabled: true, visible: true, opensCashDrawer: false };
  return mapValue(await createRow(client, '/tenders', body, label), readId);
}

/** The till knows no two customers apart (clover.md 8), so one is looked for before another is made. */
export async function findTillCustomer(
  client: CloverClient,
  { email, phone }: { readonly email: string; readonly phone: string },
): Promise<Outcome<CloverId | null>> {
  const filters = [email === '' ? '' : `emailAddress=${email}`, phone === '' ? '' : `phoneNumber=${phone}`];
  for (const filter of filters.filter((one) => one !== '')) {
    const found = await readList(client, '/customers', { filter });
    if (found.kind !== 'done') return found;
    const [first] = found.value;
    if (first) return succeed(readId(first), found.requestId);
  }
  return succeed(null, '');
}

/** Contacts are lists of their own; flat ones are ignored without a word (clover.md 8). */
export async function createTillCustomer(
  client: CloverClient,
  who: {
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly phone: string;
  },
): Promise<Outcome<CloverId>> {
  const body = {
    firstName: who.firstName.slice(0, 64),
    lastName: who.lastName.slice(0, 64),
    ...(who.email === '' ? {} : { emailAddresses: [{ emailAddress: who.email }] }),
    ...(who.phone === '' ? {} : { phoneNumbers: [{ phoneNumber: who.phone }] }),
  };
  return mapValue(await createRow(client, '/customers', body, 'customer'), readId);
}
