import { createFailure } from '../../domain/failure.ts';
import type { WooId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { StoreProduct } from '../../domain/store-catalog.ts';
import type { RowOutcome } from '../../engine/ports.ts';
import { mapValue, succeed } from '../outcomes.ts';
import type { WireRow } from '../wire-values.ts';
import { type BatchAnswer, sendBatch } from './woo-batch.ts';
import type { WooClient } from './woo-client.ts';
import { describeRowError } from './woo-failures.ts';
import { readPages } from './woo-pages.ts';

export interface PiecesMove {
  readonly id: WooId;
  /** Whole pieces; negative takes away. */
  readonly delta: number;
}

/** The list that the products of one call are rows of. */
export interface StockShelf {
  readonly path: string;
  /** What a row is asked for. */
  readonly query: Readonly<Record<string, string>>;
  parse(row: WireRow): StoreProduct;
}

export interface StockMover {
  /**
   * A lost answer is `unknown`: the pieces may have been moved, and a second try would move them twice.
   * The answer's order is that of the moves.
   */
  move(shelf: StockShelf, moves: readonly PiecesMove[]): Promise<Outcome<RowOutcome[]>>;
}

type Products = ReadonlyMap<WooId, StoreProduct>;

/** How one store takes differences, as far as it was seen; lost at no cost but a few reads. */
export interface StockMemory {
  takesDifferences: boolean | null;
  /** It was seen once to take one: a sale of as many pieces in the same moment would look the same. */
  hasTakenOne: boolean;
}

export const createStockMemory = (): StockMemory => ({ takesDifferences: null, hasTakenOne: false });

/**
 * Moves stock of one store. Whether it takes differences is not documented (woocommerce.md 3.1): the first
 * moves that can tell are watched, and what they told is remembered.
 */
export function createStockMover(client: WooClient, memory: StockMemory = createStockMemory()): StockMover {
  const noteTaken = (): void => {
    if (memory.hasTakenOne) memory.takesDifferences = true;
    memory.hasTakenOne = true;
  };

  const watchMoves: StockMover['move'] = async (shelf, moves) => {
    const before = await readShelf(client, shelf, moves);
    if (before.kind !== 'done') return before;
    const added = await addDifferences(client, shelf, moves);
    if (added.kind !== 'done') return added;
    const counted = moves.filter((_, at) => added.value[at]?.isDone);
    if (!counted.some(({ delta }) => delta !== 0)) return added;
    const answered = new Map(
      added.value.flatMap((row) => (row.isDone ? [[row.product.id, row.product]] : [])),
    );
    if (judgeMoves(before.value, answered, counted) === true) {
      noteTaken();
      return added;
    }
    // An answer may show an older state (woocommerce.md 3.1): what is read decides.
    const after = await readShelf(client, shelf, counted);
    if (after.kind !== 'done') return { kind: 'unknown', failure: after.failure };
    const told = judgeMoves(before.value, after.value, counted);
    if (told === true) noteTaken();
    if (told === true || (told === null && memory.hasTakenOne))
      return mapValue(added, (rows) => rows.map(showAs(after.value)));
    // Somebody else moved these pieces in the same moment: whether ours moved too is for the caller to find out.
    if (told === null || memory.hasTakenOne) {
      memory.hasTakenOne = false;
      return { kind: 'unknown', failure: createFailure('NET_BROKEN_ANSWER') };
    }
    memory.takesDifferences = false;
    const set = await setCounts(client, shelf, counted, after.value);
    return mapValue(set, (rows) => {
      const next = rows.values();
      return added.value.map((row) => (row.isDone ? (next.next().value ?? row) : row));
    });
  };

  const moveWhole: StockMover['move'] = async (shelf, moves) => {
    if (moves.length === 0) return succeed([], '');
    if (memory.takesDifferences === null) return watchMoves(shelf, moves);
    if (memory.takesDifferences) return addDifferences(client, shelf, moves);
    const before = await readShelf(client, shelf, moves);
    return before.kind === 'done' ? setCounts(client, shelf, moves, before.value) : before;
  };

  return {
    move: async (shelf, moves) => {
      const outcome = await moveWhole(shelf, moves.filter(isWhole));
      return mapValue(outcome, (rows) => {
        const next = rows.values();
        return moves.map((move) => (isWhole(move) ? (next.next().value ?? refuseGone()) : refuseNoPieces()));
      });
    },
  };
}

const isWhole = ({ delta }: PiecesMove): boolean => Number.isSafeInteger(delta);

const refuseNoPieces = (): RowOutcome => ({
  isDone: false,
  failure: createFailure('BUG', { where: 'stock', field: 'delta' }),
  resourceId: null,
});

/**
 * Whether the counts moved as they were told to. A sale in the same moment may look like it, or hide it: most of the
 * counts decide.
 * @returns null where nothing can be told: nothing was to move, or somebody else moved it too
 */
function judgeMoves(before: Products, after: Products, moves: readonly PiecesMove[]): boolean | null {
  const deltas = new Map<WooId, number>();
  for (const { id, delta } of moves) deltas.set(id, (deltas.get(id) ?? 0) + delta);
  let moved = 0;
  let still = 0;
  for (const [id, delta] of deltas) {
    const shift = (after.get(id)?.stock ?? 0) - (before.get(id)?.stock ?? 0);
    if (delta !== 0 && shift === delta) moved += 1;
    if (delta !== 0 && shift === 0) still += 1;
  }
  return moved === still ? null : moved > still;
}

const showAs =
  (products: Products) =>
  (row: RowOutcome): RowOutcome =>
    row.isDone ? { ...row, product: products.get(row.product.id) ?? row.product } : row;

async function addDifferences(
  client: WooClient,
  shelf: StockShelf,
  moves: readonly PiecesMove[],
): Promise<Outcome<RowOutcome[]>> {
  const rows = moves.map(({ id, delta }) => ({ id, inventory_delta: delta }));
  return mapValue(await sendBatch(client, shelf.path, rows), (answers) =>
    answers.map((answer) => readMoved(shelf, answer)),
  );
}

/**
 * Sets what was just read plus the pieces, and reads it back: what anybody moved in between is lost, which is
 * why differences are preferred.
 */
async function setCounts(
  client: WooClient,
  shelf: StockShelf,
  moves: readonly PiecesMove[],
  before: Products,
): Promise<Outcome<RowOutcome[]>> {
  const counts = new Map<WooId, number>();
  const rows: WireRow[] = [];
  const refusals = moves.map(({ id, delta }) => {
    const product = before.get(id);
    const refusal = product ? refuseUncounted(product) : refuseGone();
    if (refusal) return refusal;
    const quantity = (counts.get(id) ?? product?.stock ?? 0) + delta;
    counts.set(id, quantity);
    rows.push({ id, stock_quantity: quantity });
    return null;
  });
  if (rows.length === 0)
    return succeed(
      refusals.map((refusal) => refusal ?? refuseGone()),
      '',
    );
  const answers = await sendBatch(client, shelf.path, rows);
  if (answers.kind !== 'done') return answers;
  const after = await readShelf(client, shelf, moves);
  const next = answers.value.values();
  const outcomes = refusals.map((refusal) => refusal ?? readMoved(shelf, next.next().value));
  // It was set whether or not it can be read back.
  return succeed(after.kind === 'done' ? outcomes.map(showAs(after.value)) : outcomes, answers.requestId);
}

async function readShelf(
  client: WooClient,
  shelf: StockShelf,
  moves: readonly PiecesMove[],
): Promise<Outcome<Products>> {
  const ids = [...new Set(moves.map(({ id }) => id))];
  const found = new Map<WooId, StoreProduct>();
  let requestId = '';
  for (let at = 0; at < ids.length; at += client.pageRows) {
    const include = ids.slice(at, at + client.pageRows).join(',');
    const rows = await readPages(client, shelf.path, { ...shelf.query, include });
    if (rows.kind !== 'done') return rows;
    for (const row of rows.value.map(shelf.parse)) found.set(row.id, row);
    requestId = rows.requestId;
  }
  return succeed(found, requestId);
}

const refuseGone = (): RowOutcome => ({
  isDone: false,
  failure: createFailure('WOO_PRODUCT_GONE'),
  resourceId: null,
});

function readMoved(shelf: StockShelf, answer: BatchAnswer | undefined): RowOutcome {
  if (!answer) return refuseGone();
  if (!answer.isDone) {
    return { isDone: false, failure: describeRowError(answer.error, '').failure, resourceId: null };
  }
  const product = shelf.parse(answer.row);
  return refuseUncounted(product) ?? { isDone: true, product };
}

/** Without stock management, or with the parent's stock, the store ignores the pieces (woocommerce.md 3.1, 3.2). */
function refuseUncounted(product: StoreProduct): RowOutcome | null {
  if (product.managesStock === true) return null;
  const failure = createFailure('WOO_STOCK_NOT_COUNTED', { product: product.name });
  return { isDone: false, failure, resourceId: null };
}
