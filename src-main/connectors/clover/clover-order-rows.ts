import { asCloverId, type CloverId } from '../../domain/ids.ts';
import type { TillOrder, TillOrderLine, TillPayment } from '../../engine/order-ports.ts';
import { isRow, readNumber, readText, type WireRow } from '../wire-values.ts';
import { isLive, readElements, readId } from './clover-rows.ts';

/** What an order is read with. More than three expands slow a list down; this is one order (clover.md 5.2). */
export const ORDER_EXPANDS = 'lineItems.modifications,discounts,payments,refunds';

const PAYMENT_STATES: Readonly<Record<string, TillOrder['paymentState']>> = {
  OPEN: 'open',
  PAID: 'paid',
  PARTIALLY_PAID: 'partly-paid',
  REFUNDED: 'refunded',
  PARTIALLY_REFUNDED: 'partly-refunded',
  CREDITED: 'credited',
};

/** @param lines those of the order where it does not carry all of them itself */
export function parseTillOrder(
  row: WireRow,
  lines: readonly WireRow[] = readElements(row.lineItems),
): TillOrder {
  const state = readText(row.state).toLowerCase();
  return {
    id: readId(row),
    state: state === '' ? null : state,
    reference: readText(row.externalReferenceId),
    note: readText(row.note),
    totalAmount: readNumber(row.total, 0),
    paymentState: PAYMENT_STATES[readText(row.paymentState).toUpperCase()] ?? 'unknown',
    isDeleted: readNumber(row.deletedTimestamp, 0) > 0 || readNumber(row.deletedTime, 0) > 0,
    createdMs: readNumber(row.createdTime, 0),
    modifiedMs: readNumber(row.modifiedTime, 0),
    lines: lines.map(parseLine),
    discountAmount: sumAmounts(readElements(row.discounts)),
    payments: readElements(row.payments).map(parsePayment),
    refunds: readElements(row.refunds).map((refund) => ({
      id: readId(refund),
      amount: readNumber(refund.amount, 0),
    })),
    fulfillment: readFulfillment(row.orderFulfillmentEvent),
  };
}

const sumAmounts = (rows: readonly WireRow[]): number =>
  rows.filter(isLive).reduce((sum, row) => sum + readNumber(row.amount, 0), 0);

function parseLine(row: WireRow): TillOrderLine {
  return {
    id: readId(row),
    itemId: readReference(row.item),
    name: readText(row.name),
    priceAmount: readNumber(row.price, 0),
    note: readText(row.note),
    isPrinted: row.printed === true,
    isRefunded: row.refunded === true,
    isVoided: !isLive(row),
    modifications: readElements(row.modifications).map((modification) => ({
      modifierId: readReference(modification.modifier),
      name: readText(modification.name),
      amount: readNumber(modification.amount, 0),
    })),
  };
}

/** Voided and failed payments stay in the order's list (clover.md 7.8). */
function parsePayment(row: WireRow): TillPayment {
  const result = readText(row.result).toUpperCase();
  return {
    id: readId(row),
    amount: readNumber(row.amount, 0),
    tipAmount: readNumber(row.tipAmount, 0),
    externalId: readText(row.externalPaymentId),
    isSuccess: (result === '' || result === 'SUCCESS') && row.voided !== true,
  };
}

function readReference(value: unknown): CloverId | null {
  const id = isRow(value) ? readText(value.id) : '';
  return id === '' ? null : asCloverId(id);
}

/** Kitchen displays say what they like (clover.md 7.8): the newest word, whatever the field is named. */
function readFulfillment(value: unknown): string {
  if (!isRow(value)) return '';
  return (readText(value.type) || readText(value.status) || readText(value.state)).toLowerCase();
}
