import { asCloverId, asRunId, asWooId } from '../../../src-main/domain/ids.ts';
import { ROW_ACTIONS, type RowAction } from '../../../src-main/domain/plan-row.ts';
import type { Engine, PlanSummary, RunResult } from '../../../src-main/engine/face.ts';
import type { Run, RunChange } from '../../../src-main/engine/ledger-ports.ts';
import { STORE_FACTS, TILL_FACTS } from '../../support/catalogs.ts';

export const countActions = (given: Partial<Record<RowAction, number>> = {}): Record<RowAction, number> => ({
  ...(Object.fromEntries(ROW_ACTIONS.map((action) => [action, 0])) as Record<RowAction, number>),
  ...given,
});

export const makePlan = (given: Partial<PlanSummary> = {}): PlanSummary => ({
  runId: asRunId(7),
  counts: countActions(),
  categoriesToCreate: 0,
  variableProductsToCreate: 0,
  itemsOnTill: 0,
  productsInStore: 0,
  warnings: [],
  brake: null,
  obstacle: null,
  ...given,
});

export const makeRun = (given: Partial<Run> = {}): Run => ({
  id: asRunId(7),
  kind: 'import',
  state: 'planned',
  undoes: null,
  counts: countActions(),
  details: '{}',
  createdMs: 0,
  failed: 0,
  finishedMs: null,
  ...given,
});

export const makeResult = (given: Partial<RunResult> = {}): RunResult => ({
  runId: asRunId(7),
  state: 'done',
  counts: { created: 0, linked: 0, updated: 0, skipped: 0, failed: 0 },
  categoriesCreated: 0,
  variableProductsCreated: 0,
  left: 0,
  failures: [],
  durationMs: 1234.5,
  ...given,
});

export const makeRow = (id: number, given: Partial<RunChange> = {}): RunChange => ({
  id,
  runId: asRunId(7),
  kind: 'product',
  action: 'create_woo',
  reason: 'NEW_ON_TILL',
  notes: [],
  cloverId: asCloverId(`ITEM${id}`),
  wooId: null,
  parentCloverId: null,
  name: `Item ${id}`,
  sku: '',
  decisions: [],
  patch: null,
  undo: null,
  tillPatch: null,
  tillUndo: null,
  suggestions: [],
  score: null,
  state: 'planned',
  failure: null,
  requestId: null,
  doneMs: null,
  isCreated: false,
  ...given,
});

export const suggest = (wooId: number, name: string, score: number) => ({
  wooId: asWooId(wooId),
  name,
  sku: '',
  score,
});

/** Rows as the engine pages them. */
export const serveRows =
  (rows: readonly RunChange[]): Engine['rows'] =>
  (_runId, { action, limit, offset }) => ({
    ok: true,
    value: rows.filter((row) => action === undefined || row.action === action).slice(offset, offset + limit),
  });

/** Both sides connected. */
export const CONNECTED: Pick<Engine['connections'], 'readTill' | 'readStore'> = {
  readTill: () => ({
    merchant: TILL_FACTS,
    environment: 'sandbox',
    apiUrl: null,
    permissions: {},
    warnings: [],
  }),
  readStore: () => ({ store: STORE_FACTS, warnings: [] }),
};
