import { type Answer, create, type OpenTill, type OpenTillOptions, openTill } from './open-till.ts';

/** A till with soup, a modifier and a web order to work on. */
export interface OpenKitchen extends OpenTill {
  readonly soup: string;
  readonly cheese: string;
  /** An open order without lines; returns its id. */
  order(fields?: Record<string, unknown>): Promise<string>;
  /** Adds a line of soup, or of what is given; returns its id. */
  line(orderId: string, body?: Record<string, unknown>): Promise<string>;
  /** The order with everything expanded that is named. */
  read(orderId: string, expand?: string): Promise<Answer['json']>;
  /** Pays with the tender for payments taken elsewhere. */
  pay(orderId: string, fields: Record<string, unknown>): Promise<Answer>;
  /** The quantity of soup. */
  stock(): number | undefined;
}

/** Opens a till with twenty soups at 5.99 and extra cheese at 1.50. */
export async function openKitchen(options: OpenTillOptions = {}): Promise<OpenKitchen> {
  const open = await openTill(options);
  const { call, till } = open;
  const soup = await create(open, '/items', { name: 'Soup', price: 599 });
  const group = await create(open, '/modifier_groups', { name: 'Extras' });
  const cheese = await create(open, `/modifier_groups/${group}/modifiers`, {
    name: 'Extra Cheese',
    price: 150,
  });
  till.staff.recount(soup, 20);
  const external = [...till.state.tenders.values()].find(
    ({ labelKey }) => labelKey === 'com.clover.tender.external_payment',
  );
  const tender = { id: external?.id };
  return {
    ...open,
    soup,
    cheese,
    order: (fields) => create(open, '/orders', { state: 'open', ...fields }),
    line: (orderId, body = { item: { id: soup } }) => create(open, `/orders/${orderId}/line_items`, body),
    read: async (orderId, expand = 'lineItems') =>
      (await call('GET', `/orders/${orderId}?expand=${expand}`)).json,
    pay: (orderId, fields) => call('POST', `/orders/${orderId}/payments`, { tender, ...fields }),
    stock: () => till.state.itemStocks.get(soup)?.quantity,
  };
}
