import type { Sentence } from '../sentence.ts';

/** What a web order comes to on the till, when it is sent, and how its status travels. */
export const ORDER_TICKET_SENTENCES = {
  ORDER_CURRENCY_DIFFERS: {
    says: 'The order is in {store|another currency}, the till counts in {till|its own}: its money was not put on the till.',
    next: 'Take the payment by hand on the till, or record it there as paid in the web store.',
  },
  ORDER_UNREADABLE: {
    says: 'The amounts of this order do not come to a sum that the till could take, so it went to the kitchen as text.',
    next: 'Compare it with the order in the store, and set its total on the till by hand.',
  },
  ORDER_TOO_LONG: {
    says: 'The order has more pieces than the till takes lines[ ({lines})], so lines are put together in words.',
    next: 'Read the ticket with care; stock of these pieces is counted as always.',
  },
  ORDER_TOTAL_ADJUSTED: {
    says: 'The store’s total has a part[ of {amount}] that none of the order’s lines explains; it stands on the ticket as a line of its own.',
    next: 'Look at the order in the store: a plugin may take money off the total, or add some.',
  },
  ORDER_GIFT_CARD: {
    says: 'A gift card or store credit paid for a part[ of {amount}]; it stands on the ticket as a discount.',
    next: 'Nothing has to be done.',
  },
  ORDER_LINE_UNLINKED: {
    says: 'The product[ {product}] is not linked to an item of the till, so its line is a free one and may not print in its kitchen.',
    next: 'Link it under Products; later orders then have the item.',
  },
  ORDER_LINE_ODD: {
    says: 'The line[ {product}] has a quantity[ of {quantity}] or a price that cannot be sold on the till; it stands on the ticket in words with its money.',
    next: 'Look at the order in the store.',
  },
  ORDER_CHOICES_ABOVE_PRICE: {
    says: 'The choices[ of {product}] cost more than all of the line.',
    next: 'Look whether the customer paid the right price.',
  },
  ORDER_SIGNS_LEFT_OUT: {
    says: 'The order’s text had signs, such as emoji, that the till cannot keep; they were left out of the ticket.',
    next: 'Nothing has to be done; the store has the text in full.',
  },
  ORDER_NOT_DUE: {
    says: 'Not to be sent yet[: its status is {status}].',
    next: 'Nothing has to be done; it goes when it is. When orders are sent is chosen under Settings, Orders.',
  },
  ORDER_STATUS_UNKNOWN: {
    says: 'The order has a status[, {status},] that Tillbridge does not know, and is not paid, so it waits.',
    next: 'Set it to Processing in the store when it is to be made.',
  },
  ORDER_BEFORE_CONNECTED: {
    says: 'The order was made before Tillbridge looked after this store, and is left alone.',
    next: 'Nothing has to be done.',
  },
  ORDER_ENDED_EARLY: {
    says: 'Ended[ ({status})] before it went to the till, so it is not sent.',
    next: 'Nothing has to be done.',
  },
  ORDER_STATUS_CONTRADICTS: {
    says: 'The order ended in two ways: {store|one} in the store, {till|another} on the till. Both were left as they are.',
    next: 'Look what happened to it, and set the one that is wrong by hand.',
  },
  ORDER_TILL_CANNOT_FOLLOW: {
    says: 'The order is {store|open} in the store again, but the till’s one is {till|over} and cannot be brought back.',
    next: 'If it is to be made after all, choose "Try again": it goes to the till anew.',
  },
  ORDER_TILL_KEEPS_PAYMENT: {
    says: 'The order was ended in the store[ ({status})]; on the till it is marked so, but its payment stays, since the till lets no app refund.',
    next: 'If the till’s sums have to show it, refund it on the till by hand.',
  },
  ORDER_PAYMENT_FAILED: {
    says: 'The store says that the payment of this order failed, and it is on the till already.',
    next: 'Ask the customer for the payment before it is handed over.',
  },
  ORDER_DONE_UNPAID: {
    says: 'The till says that the order is done, but nobody says that it was paid; in the store it stays {status|open}.',
    next: 'Take the payment, then complete the order in the store.',
  },
  ORDER_PAID_AT_TILL: {
    says: 'The order was paid at the till.',
    next: 'Nothing has to be done.',
  },
  ORDER_REFUNDED_IN_STORE: {
    says: 'A part[ of {amount}] was refunded in the store; the till’s sums stay, since the till lets no app refund.',
    next: 'If the till’s sums have to show it, refund it on the till by hand.',
  },
  ORDER_REFUNDED_ON_TILL: {
    says: 'A part[ of {amount}] was refunded on the till.',
    next: 'If the customer paid in the store, look whether the store has to refund it too.',
  },
} as const satisfies Record<string, Sentence>;
