import type { CloverId, RunId } from '../../domain/ids.ts';
import type { Engine } from '../../engine/face.ts';
import type { RunChange } from '../../engine/ledger-ports.ts';

/** A product that has arrived in the store, with what a guest would see of it. */
export interface Arrival {
  readonly name: string;
  readonly category: string;
  /** One without a size for a product that has no variants. */
  readonly prices: readonly { readonly size: string; readonly amount: number | null }[];
}

export interface ArrivalWatch {
  /** What has arrived since the last call, in the order of the menu. */
  takeNew(): Arrival[];
}

/** More rows than a demonstration's menu has. */
const MOST_ROWS = 5000;
const TILL_KEY = 'till:';

/** Watches a run's rows for products that are complete: a pizza is when its last size is. */
export function watchArrivals(engine: Engine, runId: RunId): ArrivalWatch {
  const seen = new Set<number>();
  return {
    takeNew: () => {
      const rows = engine.rows(runId, { limit: MOST_ROWS, offset: 0 });
      if (!rows.ok) return [];
      const sizes = groupSizes(rows.value);
      const categories = new Map(
        rows.value.filter((row) => row.kind === 'category').map((row) => [row.cloverId, row]),
      );
      const fresh = rows.value.filter((row) => !seen.has(row.id) && isComplete(row, sizes));
      for (const row of fresh) seen.add(row.id);
      return fresh.map((row) => ({
        name: row.name,
        category: nameCategory(row, categories),
        prices: (sizes.get(row.cloverId) ?? [row]).map(readPrice),
      }));
    },
  };
}

type Sizes = ReadonlyMap<CloverId | null, readonly RunChange[]>;

function groupSizes(rows: readonly RunChange[]): Sizes {
  const sizes = new Map<CloverId | null, RunChange[]>();
  for (const row of rows) {
    if (row.kind !== 'variation') continue;
    const group = sizes.get(row.parentCloverId);
    if (group) group.push(row);
    else sizes.set(row.parentCloverId, [row]);
  }
  for (const group of sizes.values()) group.sort((left, right) => readAmount(left) - readAmount(right));
  return sizes;
}

function isComplete(row: RunChange, sizes: Sizes): boolean {
  if (row.state !== 'done' || row.action === 'skip') return false;
  if (row.kind === 'product') return true;
  return row.kind === 'variable' && (sizes.get(row.cloverId) ?? []).every((size) => size.state !== 'waiting');
}

const readAmount = ({ patch }: RunChange): number => patch?.priceAmount ?? 0;

const readPrice = ({ patch }: RunChange): Arrival['prices'][number] => ({
  size: patch?.options?.map((option) => option.option).join(' ') ?? '',
  amount: patch?.priceAmount ?? null,
});

/** The nearest category: of "Pizzas" and its subcategory "Veggie" the latter. */
function nameCategory(row: RunChange, categories: ReadonlyMap<CloverId | null, RunChange>): string {
  const keys = row.decisions.find((decision) => decision.field === 'categories')?.wanted;
  if (!Array.isArray(keys)) return '';
  const found = keys.flatMap((key) => categories.get(String(key).slice(TILL_KEY.length) as CloverId) ?? []);
  return (found.find((category) => category.parentCloverId !== null) ?? found[0])?.name ?? '';
}
