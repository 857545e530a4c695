import type { WorldJob } from './world-job.ts';

/** A world that once found something, and is lived first ever since. */
export interface KeptSeed extends WorldJob {
  readonly found: string;
}

export const KEPT_SEEDS: readonly KeptSeed[] = [
  {
    kind: 'shop',
    seed: 594,
    found:
      'An SKU of the till was written to the store and taken back there in the same second: the row looked as it did in the look before, passed for old news, and the till had it until everything was compared.',
  },
  {
    kind: 'shop',
    seed: 1760,
    found:
      'Somebody set the clock of the app’s computer while a call to the store was on its way: refused for the time in its signature, it was taken for a wrong secret. Test: signs again where somebody sets this computer’s clock between the question and the answer (woo-writes).',
  },
  {
    kind: 'shop',
    seed: 1033,
    found:
      'Nothing in the product: the line repeated three requests within a second, and the till refused the next as too many. The oracle counts the app’s own calls now. Test: calls too many for the till (transport.test.ts); 3207 and 4752 were the same.',
  },
  {
    kind: 'shop',
    seed: 2834,
    found:
      'Nothing in the product: a slow answer, for which nobody waited any more, killed the app after the faults were over. Test: lives where its pass was over before that answer came (transport.test.ts).',
  },
  {
    kind: 'shop',
    seed: 7628,
    found:
      'The answer to a new product was lost, and somebody put the product on a shelf before it was found: the shelf passed for our own work, and the till never heard of it. Test: what people did to a product before its lost answer was found is carried to the till (found-later.test.ts).',
  },
  {
    kind: 'shop',
    seed: 633,
    found:
      'The same of a price that was written to the till and set back there: the two sides asked different prices until everything was compared.',
  },
  {
    kind: 'shop',
    seed: 3282,
    found:
      'Categories were written to the till and answered, the read after it failed, and a person took them back before the next pass, which wrote them once more (test/integration/sync/amid-writes.test.ts).',
  },
  {
    kind: 'shop',
    seed: 5007,
    found:
      'A name was written over in the store that somebody had given while our look waited for another answer of the shop: the look was three seconds old (test/integration/sync/old-looks.test.ts).',
  },
  {
    kind: 'shop',
    seed: 1449,
    found:
      'A person took the till’s price in a conflict after the markup had been changed, and the store got what the old markup made of it (test/integration/sync/decide.test.ts).',
  },
  {
    kind: 'shop',
    seed: 1830,
    found:
      'An item was new when the brake stopped its plan; a newer plan took that one’s place, and nobody ever made the item in the store (test/integration/sync/braked-news.test.ts).',
  },
  {
    kind: 'shop',
    seed: 22399,
    found:
      'The undo of a sync that had put an item on a shelf of the till left it there and called it undone; having nothing to write, it passed for a movement of stock, and an item that nobody counts got the count 0. Test: puts an item back on its old shelf, and begins to count nothing that nobody counted (undo-since.test.ts); 20190 was the same.',
  },
  {
    kind: 'shop',
    seed: 21375,
    found:
      'Nothing in the product: an older data file asks about modifiers, rightly, and the oracle compared the two lists as objects without words. Test: a person is asked about modifiers that are no more, and the two sides are told in words (oracles.test.ts).',
  },
  {
    kind: 'shop',
    seed: 21684,
    found:
      'A copy of the data file took its place; a price that somebody gave in the store to a product made since the copy was written over with the till’s, as at a first meeting. What the copy does not know is asked about now (old-copy.test.ts); 20214 and 23510 were the same of a name and of an item that somebody hid.',
  },
  {
    kind: 'shop',
    seed: 22450,
    found:
      'Nothing in the product: a price that was given in the store right after prices were switched on, to a product made while they were off. Nothing was agreed on yet, and of a first difference the owner decides (`sync.owner.price`).',
  },
  {
    kind: 'shop',
    seed: 23496,
    found:
      'A copy of the data file took its place while a product with variants was half made on the till: the variant that it lacked never came, and no import brought it, nor any other that came in the store to a product which the till had already (things.test.ts).',
  },
  {
    kind: 'shop',
    seed: 23250,
    found:
      'A variation that was linked because both sides said the same did not know its product: what the till sold of it never reached the store, and its hint was taken up for ever. Test: that was found equal on both sides has its sales on the till carried to the store (things.test.ts).',
  },
  {
    kind: 'whole',
    seed: 18,
    found:
      'The app was stopped right after its first order and took a till that lowers its counts by itself for one that does not, since no look had counted anything since: every order from then on was taken off twice.',
  },
  {
    kind: 'whole',
    seed: 33,
    found:
      'A sale in the store was agreed on between the plan of a pass and its end: the plan put back what it knew of orders, and two counts that rose by one each passed for one recount typed in twice.',
  },
  {
    kind: 'whole',
    seed: 38,
    found:
      'An order’s lines lowered the till’s count between our own reading and writing of it, and the write covered them: a piece was sold that nobody had.',
  },
  {
    kind: 'whole',
    seed: 55,
    found:
      'Nothing of the app: orders that wait for their payment in the store, and are on the till already, were counted as sold. The store takes their pieces when they are paid (woocommerce.md 4).',
  },
  {
    kind: 'whole',
    seed: 19,
    found:
      'The same on a till that lowers its counts with the lines of an order: the piece goes back to the till until the store has taken it.',
  },
  {
    kind: 'whole',
    seed: 48,
    found:
      'The till once refused to remove an order that was begun anew; that was taken for final, and the pieces that its lines had taken never came back (test/integration/orders/order-waits.test.ts).',
  },
  {
    kind: 'whole',
    seed: 98,
    found:
      'The app died with a count for the till kept and not sent; after its start an order’s lines lowered that count by as much, and were taken for it (test/integration/orders/lines-and-lost-counts.test.ts).',
  },
  {
    kind: 'whole',
    seed: 65,
    found:
      'A count whose write got no answer was asked about because of a sale that came after it, though the orders tell which it was: the product’s stock was then carried to neither side until a person answered (test/faults/sync/sale-meanwhile.test.ts).',
  },
  {
    kind: 'whole',
    seed: 269,
    found:
      'An order that was refunded in the store without its pieces passed for pieces that came back there (woocommerce.md 4): two sales just then passed for one recount typed in twice, and a piece too many stayed on both sides (test/integration/orders/kept-by-refund.test.ts).',
  },
  {
    kind: 'whole',
    seed: 451,
    found:
      'A product that was not on the till yet when it was ordered, and was refunded there later: the till was left to give back what it had never taken (test/integration/orders/refund-of-text-line.test.ts).',
  },
  {
    kind: 'whole',
    seed: 161,
    found:
      'An order that was paid at the till and handed over between two looks was never taken for paid: what the till had lowered for it was taken off both sides once more (test/integration/orders/order-stock.test.ts).',
  },
];
