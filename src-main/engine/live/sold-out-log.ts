import type { Ledger, Link } from '../ledger-ports.ts';

/** One line of the log: a product is off the list, or on sale again. */
export const noteSoldOut = (
  { journal }: Pick<Ledger, 'journal'>,
  { name }: Link,
  message: string,
  atMs: number,
): void =>
  journal.add({ atMs, level: 'info', action: 'sold-out', side: 'app', entity: name, message, runId: null });

/** What a person said of a product; null has it back. */
export function describeSoldOut(
  soldOut: { readonly untilMs: number | null } | null,
  describeTime: (atMs: number) => string,
): string {
  if (soldOut === null) return 'a person has it back on sale';
  return soldOut.untilMs === null
    ? 'sold out, until a person has it back'
    : `sold out until ${describeTime(soldOut.untilMs)}`;
}
