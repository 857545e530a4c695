import type { CloverId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { TillOrderPort } from '../../engine/order-ports.ts';
import { type HttpDeps, HURRIED } from '../http.ts';
import { mapValue } from '../outcomes.ts';
import { type CloverTillOptions, createCloverClient } from './clover-client.ts';
import { createRow } from './clover-creates.ts';
import {
  createTillCustomer,
  createTillOrderType,
  createTillTender,
  findTillCustomer,
  readTillDesk,
} from './clover-desk.ts';
import {
  findTillOrders,
  listTillOrders,
  nameOrder,
  readChangedTillOrders,
  readOneOrder,
} from './clover-order-reads.ts';
import {
  addTillDiscounts,
  addTillLines,
  addTillModifications,
  beginTillOrder,
  deleteTillOrder,
  updateTillOrder,
} from './clover-order-writes.ts';
import { explainRefusedToken } from './clover-permission.ts';
import { printTillOrder, readTillPrint } from './clover-prints.ts';
import { readId } from './clover-rows.ts';

/** The orders of a merchant's till at Clover. */
export function createCloverTillOrders(options: CloverTillOptions, deps: HttpDeps): TillOrderPort {
  // A cook waits: nothing is asked again for long by the client itself, the flow knows better.
  const client = createCloverClient(options, deps, { ...HURRIED, ...options.patience }, options.gate);
  const explain = <T>(area: Parameters<typeof explainRefusedToken>[1], asked: Promise<Outcome<T>>) =>
    explainRefusedToken(client, area, asked);
  const orders = <T>(asked: Promise<Outcome<T>>) => explain('Orders', asked);
  const write = <T>(asked: Promise<Outcome<T>>) => explain('Orders write', asked);
  return {
    readDesk: () => explain('Merchant', readTillDesk(client)),
    createOrderType: (label) => explain('Merchant write', createTillOrderType(client, label)),
    createTender: (label) => explain('Merchant write', createTillTender(client, label)),
    findCustomer: (who) => explain('Customers', findTillCustomer(client, who)),
    createCustomer: (who) => explain('Customers write', createTillCustomer(client, who)),
    beginOrder: (order) => write(beginTillOrder(client, order)),
    addLines: (id, lines) => write(addTillLines(client, id, lines)),
    addModifications: (id, lineId, modifications) =>
      write(addTillModifications(client, id, lineId, modifications)),
    addDiscounts: (id, discounts) => write(addTillDiscounts(client, id, discounts)),
    openOrder: (id, total) => write(updateTillOrder(client, id, { state: 'open', total })),
    readOrder: (id) => orders(readOneOrder(client, id)),
    findOrders: (by) => orders(findTillOrders(client, by)),
    readChangedOrders: (sinceMs) => orders(readChangedTillOrders(client, sinceMs)),
    listOrders: (sinceMs) => orders(listTillOrders(client, sinceMs)),
    describeOrder: (id, words) => write(updateTillOrder(client, id, words)),
    deleteOrder: (id) => write(deleteTillOrder(client, id)),
    recordPayment: (id, payment) => explain('Payments write', recordTillPayment(client, id, payment)),
    print: (id) => write(printTillOrder(client, id)),
    readPrint: (id) => orders(readTillPrint(client, id)),
  };
}

async function recordTillPayment(
  client: ReturnType<typeof createCloverClient>,
  id: CloverId,
  payment: Parameters<TillOrderPort['recordPayment']>[1],
): Promise<Outcome<CloverId>> {
  const { tenderId, amount, tipAmount, taxAmount, externalId, note } = payment;
  const body = {
    tender: { id: tenderId },
    amount,
    tipAmount,
    taxAmount,
    externalPaymentId: externalId,
    note,
    offline: false,
  };
  return mapValue(await createRow(client, `${nameOrder(id)}/payments`, body, id), readId);
}
