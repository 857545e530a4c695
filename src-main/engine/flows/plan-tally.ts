import { checkBrake, createBrakeTally, tallyRow } from '../../domain/brake.ts';
import type { WooId } from '../../domain/ids.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { type PlanRow, ROW_ACTIONS, type RowAction } from '../../domain/plan-row.ts';
import type { StoreCatalog } from '../../domain/store-catalog.ts';
import type { ImportDeps, RunDetails } from '../import-deps.ts';
import type { Pairing } from './pairing.ts';

export interface PlanTally {
  add(row: PlanRow): void;
  /** The rows by action, and what is kept with the run besides. */
  describe(): { readonly counts: Readonly<Record<RowAction, number>>; readonly details: RunDetails };
}

/** Counts the rows of one plan as they are kept. */
export function createPlanTally(
  shop: ImportDeps['shop'],
  { till, store, settings }: PlanInput,
  { warnings, obstacle }: Pairing,
): PlanTally {
  const counts = Object.fromEntries(ROW_ACTIONS.map((action) => [action, 0])) as Record<RowAction, number>;
  const brake = createBrakeTally();
  let categories = 0;
  let variables = 0;
  return {
    add: (row) => {
      tallyRow(brake, row, settings);
      const isCreate = row.action === 'create_woo';
      // Counted like the till counts: items. Parents and categories are what the store needs besides.
      if (row.kind === 'category' && !row.action.startsWith('update_')) categories += isCreate ? 1 : 0;
      else if (row.kind === 'variable' && isCreate) variables += 1;
      else if (row.kind !== 'variable' || !isRoutine(row)) counts[row.action] += 1;
    },
    describe: () => ({
      counts,
      details: {
        shop,
        itemsOnTill: till.items.length,
        productsInStore: store.products.length,
        categoriesToCreate: categories,
        variableProductsToCreate: variables,
        warnings,
        brake: checkBrake(brake, settings),
        obstacle,
        floorId: findHighestId(store),
        hasLostAnswers: false,
        startedMs: null,
      },
    }),
  };
}

/** A linked or untouched parent is no news beside its items. */
const isRoutine = (row: PlanRow): boolean =>
  row.action === 'skip' || (row.action === 'link' && row.patch === null);

/** The highest product id in the store: what is made later lies above. */
function findHighestId(store: StoreCatalog): WooId | 0 {
  let highest: WooId | 0 = 0;
  const look = (products: readonly { readonly id: WooId }[]): void => {
    for (const product of products) if (product.id > highest) highest = product.id;
  };
  look(store.products);
  look(store.trashed);
  for (const variations of store.variations.values()) look(variations);
  return highest;
}
