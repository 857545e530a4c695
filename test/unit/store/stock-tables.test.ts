import { describe, expect, it } from 'vitest';
import type { StockMove } from '../../../src-main/domain/stock-move.ts';
import { makeLedger, putProduct } from './make-ledger.ts';

function openWithProducts() {
  const opened = makeLedger();
  return {
    ...opened,
    moves: opened.ledger.stockMoves,
    rules: opened.ledger.stockRules,
    pizza: putProduct(opened.ledger, 'PIZZA', 71),
    cola: putProduct(opened.ledger, 'COLA', 72),
  };
}

const sale = (linkId: number, given: Partial<StockMove> = {}): Omit<StockMove, 'id'> => ({
  linkId,
  side: 'store',
  reason: 'sale',
  pieces: -2,
  orderId: '1001',
  atMs: 10,
  ...given,
});

describe('the stock ledger', () => {
  it('an order’s line is kept once, however often it is read, and follows what the order takes now', () => {
    const { moves, pizza, cola } = openWithProducts();
    moves.add([sale(pizza), sale(cola, { pieces: -1 })]);
    moves.add([sale(pizza, { atMs: 99 })]);
    expect(moves.sumOrders(pizza, 'store')).toBe(-2);
    moves.add([sale(pizza, { pieces: -1, atMs: 99 })]);
    expect(moves.sumOrders(pizza, 'store')).toBe(-1);
    expect(moves.page({ linkId: pizza, limit: 9, offset: 0 })).toMatchObject([{ pieces: -1, atMs: 10 }]);
  });

  it('orders of the two sides, of other products and of other reasons are kept apart', () => {
    const { moves, pizza, cola } = openWithProducts();
    moves.add([
      sale(pizza),
      sale(pizza, { side: 'till', pieces: -5 }),
      sale(pizza, { reason: 'refund', pieces: 1 }),
      sale(cola, { pieces: -9 }),
    ]);
    expect(moves.sumOrders(pizza, 'store')).toBe(-1);
    expect(moves.sumOrders(pizza, 'till')).toBe(-5);
    expect(moves.sum(pizza)).toBe(-6);
    expect(moves.sum(pizza, 'sale')).toBe(-7);
    expect(moves.sum(pizza, 'count')).toBe(0);
  });

  it('a movement that no order explains is new each time and is no order’s', () => {
    const { moves, pizza } = openWithProducts();
    const receipt = sale(pizza, { reason: 'receipt', pieces: 2.5, orderId: null });
    moves.add([receipt, receipt]);
    expect(moves.sum(pizza)).toBe(5);
    expect(moves.sumOrders(pizza, 'store')).toBe(0);
  });

  it('tells the newest first, of all products or of one, and forgets what is old', () => {
    const { moves, pizza, cola } = openWithProducts();
    moves.add([1, 2, 3].map((at) => sale(at === 2 ? cola : pizza, { orderId: `${at}`, atMs: at * 10 })));
    const orders = (linkId?: number) =>
      moves
        .page({ ...(linkId === undefined ? {} : { linkId }), limit: 2, offset: 0 })
        .map(({ orderId }) => orderId);
    expect(orders()).toEqual(['3', '2']);
    expect(orders(pizza)).toEqual(['3', '1']);
    expect(moves.prune(20)).toBe(1);
    expect(orders(pizza)).toEqual(['3']);
  });

  it('goes with its product', () => {
    const { ledger, moves, pizza } = openWithProducts();
    moves.add([sale(pizza)]);
    ledger.links.remove(pizza);
    expect(moves.page({ limit: 9, offset: 0 })).toEqual([]);
  });
});

describe('what a person set for one product’s stock', () => {
  it('is kept, replaced, and gone once it says nothing', () => {
    const { rules, pizza, cola, restart } = openWithProducts();
    rules.put({ linkId: pizza, lowThreshold: 4, soldOut: null });
    rules.put({ linkId: cola, lowThreshold: 1, soldOut: { backMs: 500 } });
    rules.put({ linkId: pizza, lowThreshold: null, soldOut: { backMs: null } });
    expect(rules.get(pizza)).toEqual({ linkId: pizza, lowThreshold: null, soldOut: { backMs: null } });
    rules.put({ linkId: cola, lowThreshold: null, soldOut: null });
    const later = restart().stockRules;
    expect(later.get(cola)).toBeNull();
    expect([...later.all().keys()]).toEqual([pizza]);
  });

  it('a sold-out product is due back at its time, and one without a time never', () => {
    const { rules, pizza, cola } = openWithProducts();
    rules.put({ linkId: pizza, lowThreshold: null, soldOut: { backMs: 500 } });
    rules.put({ linkId: cola, lowThreshold: 0, soldOut: { backMs: null } });
    expect(rules.due(499)).toEqual([]);
    expect(rules.due(500)).toEqual([{ linkId: pizza, lowThreshold: null, soldOut: { backMs: 500 } }]);
  });

  it('goes with its product', () => {
    const { ledger, rules, pizza } = openWithProducts();
    rules.put({ linkId: pizza, lowThreshold: 3, soldOut: null });
    ledger.links.remove(pizza);
    expect(rules.all().size).toBe(0);
  });
});
