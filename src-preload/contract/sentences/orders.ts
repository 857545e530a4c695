import type { Sentence } from '../sentence.ts';

/** Web orders on their way to the till and the kitchen. */
export const ORDER_SENTENCES = {
  ORDER_CHOICE_TOO_MANY: {
    says: 'The customer chose {chosen|more} of "{group|a group}", and the till allows no more than {limit|that}.',
    next: 'Ask the customer what is meant, or cook it as ordered; correct the limit on the till or in the store.',
  },
  ORDER_CHOICE_TOO_FEW: {
    says: 'The customer chose {chosen|too few} of "{group|a group}", and the till asks for at least {limit|more}.',
    next: 'Ask the customer for the missing choice; check that the store asks for it too.',
  },
  ORDER_CHOICE_PRICE_DRIFTED: {
    says: 'The store charged another price than the till has for the choice[ "{choice}"][: {charged}][ instead of {expected}]. The customer pays what the store charged.',
    next: 'Correct the price on the till or in the store; nothing is to be done for this order.',
  },
  ORDER_CHOICE_PRICE_FORGED: {
    says: 'The price of the choice[ "{choice}"] is lower than it ever was in the store or on the till[: {charged}][ instead of {expected}]. It may have been forged.',
    next: 'Check what the customer paid before you hand the order over.',
  },
  ORDER_CHOICE_UNAVAILABLE: {
    says: 'The customer chose "{choice|something}"[ of "{group}"], and the till has it as not available.',
    next: 'Offer the customer something else, or make it available on the till.',
  },
  ORDER_CHOICE_UNKNOWN: {
    says: 'The till has no modifier for something that the customer chose[ of "{group}"]. It stands as a note on its line.',
    next: 'Read the note; to have it as a modifier, add one of the same name to the item on the till.',
  },
  ORDER_GONE: {
    says: 'The store no longer has this order.',
    next: 'Nothing has to be done, unless a customer asks for it.',
  },
  ORDER_GONE_IN_STORE: {
    says: 'The store no longer has this order: it was deleted for good, or the store was put back to an earlier copy.',
    next: 'It stays on the till as it is. If it was called off, remove it there; else look whether it was paid before you take money.',
  },
  ORDER_REPLACED: {
    says: 'The store was put back to an earlier copy, and has given this order’s number to another one.',
    next: 'What is on the till stays there. If it is not on the till, type it in from its text here.',
  },
  ORDER_GONE_ON_TILL: {
    says: 'Somebody removed this order on the till[. It was {paid} in the store, and the money is still with the shop].',
    next: 'Look whether it is to be made. If not, refund it in the store. If it is, [set it to Processing there, since it is {store} now, then ]choose "Try again": it goes to the till anew.',
  },
  ORDER_NOT_PLACED: {
    says: 'The order[ {order}] could not be put on the till.',
    next: 'Type it in at the till from its text here, or choose "Try again".',
  },
  ORDER_NOT_PAID: {
    says: 'The order is on the till, but its payment could not be recorded there.',
    next: 'Record the payment on the till, or choose "Try again": what is recorded already is never recorded twice.',
  },
  ORDER_NOT_WAITING: {
    says: 'The order[ {order}] does not wait for anybody.',
    next: 'Nothing has to be done; it goes on by itself, or is over.',
  },
  ORDER_NO_TYPE: {
    says: 'The till has no order type[ named "{name}"], and did not let Tillbridge make it.',
    next: 'Make it in Clover’s dashboard under Order types, or choose another name under Settings, Orders. Waiting orders then go on.',
  },
  ORDER_NO_TENDER: {
    says: 'The till has no tender[ named "{name}"] for web payments, and did not let Tillbridge make it.',
    next: 'Make it in Clover’s dashboard under Tenders, or choose another name under Settings, Orders. Waiting orders then go on.',
  },
  ORDER_REFUSED: {
    says: 'The till does not take this order, as lines or as text[. It says: {message}].',
    next: 'Type it in at the till from its text here, and choose "It is already on the till". If you have mended what the till complains of, choose "Try again" instead.',
  },
  ORDER_BY_HAND: {
    says: 'Somebody typed this order in at the till. Tillbridge leaves it alone.',
    next: 'Nothing has to be done. If that was a mistake, choose "Try again": the order then goes to the till.',
  },
  ORDER_ON_ITS_WAY: {
    says: 'The order[ {order}] is on the till already, or was being put there just now.',
    next: 'Look at the till’s orders; delete the one that was typed in, if both are there.',
  },
  ORDER_BROKEN: {
    says: 'Tillbridge itself made a mistake with this order[ ({where})]. All other orders go on.',
    next: 'Look whether it is on the till. If not, type it in there or choose "Try again"; and send the log to support.',
  },
  ORDER_DAMAGED: {
    says: 'Part of what Tillbridge kept of this order cannot be read any more[: {what}].',
    next: 'Look whether it is on the till and in the kitchen. If not, type it in there or choose "Try again".',
  },
  ORDER_SHOWN_TWICE: {
    says: 'Web order[ {order}] may stand on the till twice: one that was given up shows there after all.',
    next: 'Look at the till’s orders, and delete the one that the kitchen does not make.',
  },
  ORDER_PRINT_FAILED: {
    says: 'The ticket was not printed.',
    next: 'Look at the kitchen printer (paper, power, network), then choose "Print".',
  },
  ORDER_PRINT_UNPROVED: {
    says: 'Nothing says that the ticket was printed.',
    next: 'Look in the kitchen. If it is missing, choose "Reprint"; it is never printed again by itself.',
  },
  ORDER_ONLY_PAPER: {
    says: 'The order[ {order}] is on the till, but its ticket was not printed, or nothing proves it.',
    next: 'Look at the kitchen printer, then choose "Print"[ ("reprint {order}")]. If the kitchen knows of the order, choose "Seen"[ ("orders seen {order}")].',
  },
  ORDER_TO_BE_SEEN: {
    says: 'There is nothing to try again about the order[ {order}]; it waits for somebody to look at it.',
    next: 'Read what it says, then choose "Seen"[ ("orders seen {order}")].',
  },
  ORDER_TEST_NOT_PRINTED: {
    says: 'The test ticket was not printed.',
    next: 'Look at the kitchen printer (paper, power, network), then test again.',
  },
  ORDER_TEST_UNPROVED: {
    says: 'Nothing says that the test ticket was printed.',
    next: 'Look in the kitchen. If it is missing, look at the printer (paper, power, network), then test again.',
  },
  ORDER_MAY_PRINT_TWICE: {
    says: 'The till is set to print orders by itself: the tickets of web orders are left to it, so that none comes twice, until you choose.',
    next: 'Place one order. Its ticket comes out: leave the printing to the till. It does not: let Tillbridge print.',
  },
} as const satisfies Record<string, Sentence>;
