import type { TillContext } from '../context.ts';
import { moveStock } from '../inventory/stock-desk.ts';
import type { LineItemRow } from '../order-rows.ts';

const UNIT_SCALE = 1000;

/** Lowers the stock for the lines that have not lowered it yet, and marks them. */
export function lowerStock(till: TillContext, lines: readonly LineItemRow[]): LineItemRow[] {
  return lines.map((line) => {
    if (line.itemId === undefined || line.isStockLowered) return line;
    moveStock(till, line.itemId, -countPieces(line));
    return { ...line, isStockLowered: true };
  });
}

/** Puts back what voided lines took, where voiding does that at all (clover.md 6.4: unpublished). */
export function returnStock(till: TillContext, lines: readonly LineItemRow[]): void {
  if (!till.answers.voidReturnsStock) return;
  for (const line of lines) if (!line.refunded) raiseStock(till, line);
}

/** Puts back what one line took. */
export function raiseStock(till: TillContext, line: LineItemRow): void {
  if (line.itemId !== undefined && line.isStockLowered) moveStock(till, line.itemId, countPieces(line));
}

function countPieces({ unitQty }: LineItemRow): number {
  return unitQty === undefined ? 1 : unitQty / UNIT_SCALE;
}
