import type { OrderTicketShape, TicketLineShape } from '../../../src-preload/contract/order-shapes.ts';

/** Lines that are the same but for their number: the till has one for each unit, paper has one for all. */
export interface GroupedLine {
  readonly key: string;
  readonly count: number;
  readonly line: TicketLineShape;
}

export function groupLines(lines: readonly TicketLineShape[]): GroupedLine[] {
  const groups = new Map<string, GroupedLine>();
  for (const line of lines) {
    const key = JSON.stringify(line);
    const count = (groups.get(key)?.count ?? 0) + 1;
    groups.set(key, { key, count, line });
  }
  return [...groups.values()];
}

const isFood = ({ line: { kind } }: GroupedLine): boolean => kind === 'product' || kind === 'text';

/** What is cooked, and apart from it what is only charged. */
export function splitTicket({ lines }: Pick<OrderTicketShape, 'lines'>) {
  const grouped = groupLines(lines);
  return { food: grouped.filter(isFood), charges: grouped.filter((group) => !isFood(group)) };
}
