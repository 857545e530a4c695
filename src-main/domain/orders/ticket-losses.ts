import { createFailure } from '../failure.ts';
import type { TicketInput } from './ticket-input.ts';
import { losesSigns } from './ticket-signs.ts';
import type { TicketRemark } from './till-ticket.ts';

const CODE = 'ORDER_SIGNS_LEFT_OUT';

/** Says once of an order that its texts had signs which the till cannot keep; what they meant, nobody can tell. */
export function remarkLosses(input: TicketInput): TicketRemark[] {
  const isLost = listTexts(input).some(losesSigns);
  return isLost ? [{ failure: createFailure(CODE), storeLineId: null, isFlagged: false }] : [];
}

/** Whether the ticket says so. */
export const hasLosses = (remarks: readonly TicketRemark[]): boolean =>
  remarks.some(({ failure }) => failure.code === CODE);

function listTexts({ order, choices }: TicketInput): readonly string[] {
  const { customer, delivery, payment } = order;
  return [
    order.note,
    ...[delivery.when, delivery.instructions, ...delivery.address],
    ...[customer.firstName, customer.lastName, customer.company],
    ...[payment.title, ...order.coupons.map(({ code }) => code)],
    ...[...order.lines, ...order.fees, ...order.shipping].map(({ name }) => name),
    ...[...choices.values()].flatMap((match) =>
      match.choices.flatMap(({ choice, name }) => [name, choice.label, choice.group]),
    ),
  ];
}
