import type { OrderFlow } from '../../../src-main/domain/orders/order-flow.ts';
import type { OrderRecord } from '../../../src-practice/store/store.ts';
import { computeTotal } from '../../../src-practice/till/orders/order-total.ts';
import type { OrderRow } from '../../../src-practice/till/till.ts';
import type { OrderScene } from './order-scene.ts';

/** Everything that is known of one web order when all has come to rest. */
export interface OrderEvidence {
  readonly world: OrderScene;
  readonly order: OrderRecord;
  /** null where the app has never heard of it. */
  readonly flow: OrderFlow | null;
  /** Somebody acted on it. */
  readonly isTouched: boolean;
}

/** Answers what is broken about one order, or null. */
export type OrderOracle = (evidence: OrderEvidence) => string | null;

const ENDED = ['cancelled', 'refunded', 'trash', 'failed'];
const REFUSED = ['failed', 'no-printer', 'not-available'];
/** What a person is asked about the ticket alone. */
const PAPER = [
  'ORDER_PRINT_UNPROVED',
  'ORDER_PRINT_FAILED',
  'CLOVER_NO_PRINTER',
  'CLOVER_PRINT_NOT_AVAILABLE',
];
/** Of an order whose answers were lost again and again, or that staff took away. */
const HARD = ['ORDER_NOT_PLACED', 'ORDER_NOT_PAID', 'ORDER_GONE_ON_TILL'];
const CENTS = 100;

export const ORDER_ORACLES: Readonly<Record<string, OrderOracle>> = {
  'no order is lost': ({ world, order, flow }) => {
    if (!flow) return 'the app has never heard of it';
    if (world.history.of(order.id, 'shown').length > 0) return null;
    if (flow.hold === 'person' || flow.hold === 'prerequisite')
      return flow.failure === null ? `waits (${flow.hold}) without a reason` : null;
    if (ENDED.includes(order.status)) return null;
    // Nobody has paid, and the rule sends what is paid.
    if (flow.hold === 'not-due' && order.paidMs === null && order.status === 'pending') return null;
    return `never shown; ${flow.step} ${flow.hold} ${flow.failure?.code}`;
  },
  'no order is there twice': ({ world, order }) => {
    const shown = world.history.of(order.id, 'shown');
    return shown.length > 1 ? `shown as ${shown.map(({ orderId }) => orderId).join(', ')}` : null;
  },
  'a person is asked only where a person is needed': ({ world, flow, isTouched }) => {
    const code = flow?.failure?.code ?? '';
    const isEasy = world.isFair && !isTouched;
    const isPassing = flow?.hold === 'person' && (isEasy || !HARD.includes(code));
    if (isPassing) return `waits for a person with ${code}`;
    // What left the menu on one side since is known by its name alone.
    return world.isMenuStill && flow?.ticket?.isAttention ? 'went to the kitchen in words' : null;
  },
  'the app knows its order': ({ world, order, flow }) => {
    const [shown] = world.history.of(order.id, 'shown');
    // The store ended it before the app knew that it was shown, and a person took it off the till.
    if (shown && flow?.hold === 'closed' && !world.till.state.orders.has(shown.orderId)) return null;
    // Ended in the same way, and still on the till: it is left alone, and a person was told.
    if (flow?.failure?.code === 'ORDER_SHOWN_TWICE') return null;
    return shown && flow && flow.tillOrderId !== shown.orderId && flow.hold !== 'person'
      ? `${shown.orderId} is on the till, the app says ${flow.tillOrderId}`
      : null;
  },
  'no payment is recorded twice': ({ world, order }) => {
    const paid = world.history.of(order.id, 'payment');
    return paid.length > 1 ? `${paid.length} payments` : null;
  },
  'a payment is the order’s total': checkPayment,
  'no ticket is printed twice': ({ world, order, flow }) => {
    const asked = world.history.of(order.id, 'print').length;
    const byPeople = flow?.reprints ?? 0;
    const most = byPeople + (world.printsBy === 'app' ? 1 : 0);
    return asked > most ? `${asked} tickets, ${byPeople} of them by people` : null;
  },
  'a missing ticket is told': checkTicket,
  'every total is right to the cent': checkTotal,
  'the status has arrived': checkStatus,
};

function checkPayment({ world, order, flow, isTouched }: OrderEvidence): string | null {
  const [paid] = world.history.of(order.id, 'payment');
  const [shown] = world.history.of(order.id, 'shown');
  const row = shown && world.till.state.orders.get(shown.orderId);
  const ours =
    row && listPayments(world, row).find(({ externalPaymentId }) => externalPaymentId !== undefined);
  if (!ours) {
    const isOwed = shown !== undefined && !isTouched && order.paidMs !== null && readDue(order) > 0;
    return isOwed && flow?.hold === null && !paid ? 'paid in the store, and not on the till' : null;
  }
  if (order.paidMs === null && !isTouched) return 'recorded, and nobody has paid';
  const wanted = flow?.ticket;
  // What was given back before it was placed is not asked for.
  const back = Math.round(order.refunds.reduce((sum, { amount }) => sum + amount, 0) * CENTS);
  const sum = ours.amount + (ours.tipAmount ?? 0);
  const isWhole =
    sum === readDue(order) || (isTouched && sum < readDue(order) && sum >= readDue(order) - back);
  if (!isWhole) return `paid ${ours.amount} and a tip of ${ours.tipAmount}, the store has ${readDue(order)}`;
  return wanted && wanted.totalAmount !== ours.amount
    ? `paid ${ours.amount}, the ticket says ${wanted.totalAmount}`
    : null;
}

const listPayments = ({ till }: OrderScene, row: OrderRow) =>
  row.paymentIds.flatMap((id) => till.state.payments.get(id) ?? []);

const readDue = ({ totals }: OrderRecord): number => Math.round(totals.total * CENTS);

function checkTicket({ world, order, flow }: OrderEvidence): string | null {
  const [shown] = world.history.of(order.id, 'shown');
  if (!shown || !flow || flow.hold !== null || ENDED.includes(order.status)) return null;
  const { kitchen, orders } = world.till.state;
  const tickets = kitchen.tickets.filter(({ orderId }) => orderId === shown.orderId);
  if (tickets.length > 0 && flow.print === 'none') return 'printed, and the app does not know';
  if (!orders.get(shown.orderId)) return null;
  if (flow.print === 'printed') return checkProof(flow, tickets.length);
  if (world.printsBy === 'off' && flow.print === 'left') return null;
  const lane = world.orders().get(String(order.id));
  if (!lane.ok || lane.value.lane !== 'person')
    return `nothing proves its ticket, and it waits for nobody (${flow.print}, ${flow.step})`;
  // Who prints once more hears of a refusal there and then.
  const isAnswered = flow.reprints > 0 && REFUSED.includes(flow.print);
  return isAnswered || world.isTold(`order.${order.id}.print`)
    ? null
    : `${tickets.length} tickets, and nobody was told (${flow.print}, ${flow.step})`;
}

/**
 * "Printed" is said where paper came out, and then nobody is asked about paper. Whose paper it was no line says: one that
 * staff fired, or the first of two, proves it as well.
 */
function checkProof(flow: OrderFlow, tickets: number): string | null {
  if (tickets === 0) return 'the app says printed, and no paper came out';
  return PAPER.includes(flow.failure?.code ?? '') ? `printed, and ${flow.failure?.code} still stands` : null;
}

/** The till's own rows, added up by its own rules: what staff changed there is theirs. */
function checkTotal({ world, order, flow, isTouched }: OrderEvidence): string | null {
  const [shown] = world.history.of(order.id, 'shown');
  const row = shown && world.till.state.orders.get(shown.orderId);
  if (!row || !flow?.ticket || isTouched) return null;
  const context = { state: world.till.state, merchant: world.till.merchant, answers: world.till.answers };
  const { total } = computeTotal(context as Parameters<typeof computeTotal>[0], row);
  if (total !== row.total) return `the till's rows come to ${total}, its total says ${row.total}`;
  const sum = total + flow.ticket.tipAmount;
  if (sum === readDue(order) && flow.tillAmount === sum && flow.storeAmount === sum) return null;
  return flow.ticket.remarks.some(({ isFlagged }) => isFlagged) && flow.tillAmount === sum
    ? null
    : `store ${readDue(order)}, till ${total} with a tip of ${flow.ticket.tipAmount}; the app says ${flow.storeAmount} and ${flow.tillAmount}`;
}

function checkStatus({ world, order, flow }: OrderEvidence): string | null {
  const [shown] = world.history.of(order.id, 'shown');
  const row = shown && world.till.state.orders.get(shown.orderId);
  if (!flow || !shown || flow.hold === 'person' || flow.hold === 'prerequisite') return null;
  if (flow.isStatusDue && flow.hold === null) return `a status is still due (${flow.failure?.code})`;
  if (flow.storeStatus !== order.status) return `the store says ${order.status}, the app ${flow.storeStatus}`;
  if (!row || !['cancelled', 'refunded'].includes(order.status)) return null;
  const isMarked = /TB-(CANCELLED|REFUNDED)/.test(row.note ?? '');
  const isEnded = row.lines.length === 0 || row.refundIds.length > 0;
  return isMarked || isEnded || flow.failure !== null
    ? null
    : `${order.status} in the store, and the till still has it`;
}
