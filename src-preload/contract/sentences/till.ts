import type { Sentence } from '../sentence.ts';

/** The till: Clover. */
export const TILL_SENTENCES = {
  CLOVER_NOT_CONNECTED: {
    says: 'No till is connected.',
    next: 'Connect the till first.',
  },
  CLOVER_TOKEN_REFUSED: {
    says: 'The till refused the API token[ for merchant {merchant}]: the token is wrong, expired or withdrawn, or it belongs to another merchant.',
    next: 'Make a new API token in the Clover dashboard (Account & Setup, API Tokens) and connect with it.',
  },
  CLOVER_MERCHANT_ODD: {
    says: 'The till refused[ the merchant id "{merchant}"]: a merchant id has 13 letters and digits[, and this one has {characters}].',
    next: 'Copy it from the address bar of the Clover dashboard, where it stands after "/m/", and connect again.',
  },
  CLOVER_WRONG_REGION: {
    says: 'This merchant and token are not known in the region[ "{environment}"]: each Clover region knows only its own.',
    next: 'Connect again with the region of your Clover account[: {label} ("{right}")].',
  },
  CLOVER_PERMISSION_MISSING: {
    says: 'The API token may not use {permission|a part of the till that is needed}.',
    next: 'In the Clover dashboard make a token that has the permission[ {permission}], then connect with it. If Tillbridge was connected through Clover’s page, give its app that permission, then disconnect and connect again.',
  },
  CLOVER_ORDER_PERMISSION_MISSING: {
    says: 'The API token may not use {permission|a part of the till that orders need}, so web orders cannot go to the till.',
    next: 'In the Clover dashboard (Account & Setup, API Tokens) make a token that has read and write for Orders and Payments too, then connect with it. A shop without web orders can switch them off under Settings, Orders.',
  },
  CLOVER_NOT_CLOVER: {
    says: 'The server[ at {host}] answers, but not as a Clover till does.',
    next: 'Check the address of the till; for a real Clover till give none and choose the region.',
  },
  CLOVER_LIMITED: {
    says: 'The till asks for a pause: it got too many requests in a short time.',
    next: 'Wait a minute, then try again.',
  },
  CLOVER_REFUSED: {
    says: 'The till refused a request[ for "{thing}"][ (answer {status})][: {message}].',
    next: 'Test the connection; if it is fine, send the log to support.',
  },
  CLOVER_FAILING: {
    says: 'The till’s own servers are in trouble[ (answer {status})].',
    next: 'Try again in some minutes; nothing is lost.',
  },
  CLOVER_THING_GONE: {
    says: 'What was to be changed[, "{thing}",] is no longer on the till.',
    next: 'Make a new plan: it sees what is there now.',
  },
  CLOVER_NO_PRINTER: {
    says: 'The till has no default order printer, so nothing can be printed from here.',
    next: 'Set one on the Clover device (Setup, Printers), then print again.',
  },
  CLOVER_PRINT_NOT_AVAILABLE: {
    says: 'Printing from outside is not available for this till.',
    next: 'Let the till print orders by itself (on the Clover device under Setup, Printers), then choose "Leave it to the till" under Orders & kitchen.',
  },
  CLOVER_CATEGORY_NOT_MOVED: {
    says: 'The till did not move the category[ {name}]: it does not take that place for it.',
    next: 'Move it on the till by hand (Clover dashboard, Inventory, Categories), or leave it where it is.',
  },
} as const satisfies Record<string, Sentence>;
