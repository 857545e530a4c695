import type { OrderFlow } from './order-flow.ts';

/** A mark on an order: it may have come further on the till than the data file knows, which is older than that. */
export const OLDER_MARK = 'older';
/** In the data file's `meta`: web orders that the next look finds may be on the till already. */
export const OLDER_FILE_MARK = 'orders.older';

export const isOlder = ({ toldRefunds }: Pick<OrderFlow, 'toldRefunds'>): boolean =>
  toldRefunds.includes(OLDER_MARK);

/** Its marks, once the till was asked and knows nothing of it. */
export const forgetOlder = ({ toldRefunds }: Pick<OrderFlow, 'toldRefunds'>): readonly string[] =>
  toldRefunds.filter((mark) => mark !== OLDER_MARK);
