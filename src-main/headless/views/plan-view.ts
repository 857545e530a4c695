import { ACTION_WORDS } from '../../../src-preload/contract/reasons.ts';
import type { RunId } from '../../domain/ids.ts';
import type { RowAction } from '../../domain/plan-row.ts';
import type { Engine, PlanSummary } from '../../engine/face.ts';
import type { RunChange } from '../../engine/ledger-ports.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatCount, formatPieces } from '../terminal/figures.ts';
import type { Palette } from '../terminal/palette.ts';
import { layOutTable } from '../terminal/table.ts';
import { createValueFormat } from './field-values.ts';
import { describePlanRow } from './plan-row-view.ts';
import { describeWarnings } from './warning-view.ts';

/** What a person has to decide comes first. */
const SHOWN_FIRST: readonly RowAction[] = [
  'conflict',
  'review',
  'update_woo',
  'update_clover',
  'link',
  'create_woo',
  'create_clover',
];

const TITLES: Readonly<Record<RowAction, string>> = {
  conflict: 'To decide: changed on both sides, so both are left alone',
  review: 'To look at: left alone until you say which belong together',
  update_woo: 'To update in the store',
  update_clover: 'To update on the till',
  link: 'To link',
  create_woo: 'To create in the store',
  create_clover: 'To create on the till',
  skip: 'Left as they are',
};

const ROWS_A_LOOK = 200;

export interface PlanViewOptions {
  /** Rows shown of each kind. */
  readonly rowsEach: number;
  readonly paint: Palette;
}

/** A plan for people: counts, warnings, what needs a decision, and some of everything else. */
export function describePlan(summary: PlanSummary, engine: Engine, options: PlanViewOptions): string[] {
  const { paint, rowsEach } = options;
  const till = cleanText(engine.connections.readTill()?.merchant.name ?? 'till');
  const store = cleanText(engine.connections.readStore()?.store.name ?? 'store');
  const { itemsOnTill, productsInStore } = summary;
  const stops = [summary.obstacle, summary.brake].filter((failure) => failure !== null);
  const notes = summary.warnings.filter(({ code }) => stops.every((stop) => stop.code !== code));
  return [
    paint.bold(`Plan ${summary.runId}: ${till} -> ${store}`),
    `${formatPieces(itemsOnTill, 'item')} on the till, ${formatPieces(productsInStore, 'product')} in the store.`,
    '',
    ...describeCounts(summary, paint),
    ...describeWarnings([...stops, ...notes], paint),
    ...SHOWN_FIRST.flatMap((action) => describeAction(action, summary, engine, { paint, rowsEach })),
  ];
}

/** Where there is nothing to do, says so; else a line for each kind of row there is. */
export function describeCounts(summary: PlanSummary, paint: Palette): string[] {
  const { counts, categoriesToCreate, variableProductsToCreate } = summary;
  const rows = (Object.keys(ACTION_WORDS) as RowAction[])
    .filter((action) => counts[action] > 0)
    .map((action) => [`  ${ACTION_WORDS[action]}`, paint.bold(formatCount(counts[action]))]);
  const besides = [
    ...(variableProductsToCreate > 0
      ? [formatPieces(variableProductsToCreate, 'product with variants', 'products with variants')]
      : []),
    ...(categoriesToCreate > 0 ? [formatPieces(categoriesToCreate, 'category', 'categories')] : []),
  ];
  return [
    ...(isIdle(summary) ? [paint.green('Both sides are in step: there is nothing to write.')] : []),
    ...layOutTable([{}, { side: 'right' }], rows),
    ...(besides.length > 0 ? [`  and for these ${besides.join(' and ')}`] : []),
  ];
}

/** Whether applying the plan would write nothing anywhere. */
export function isIdle({ counts, categoriesToCreate, variableProductsToCreate }: PlanSummary): boolean {
  const writes =
    counts.link + counts.create_woo + counts.create_clover + counts.update_woo + counts.update_clover;
  return writes + categoriesToCreate + variableProductsToCreate === 0;
}

function describeAction(
  action: RowAction,
  { runId, counts }: PlanSummary,
  engine: Engine,
  { paint, rowsEach }: PlanViewOptions,
): string[] {
  const rows = takeCounted(engine, runId, action, rowsEach);
  if (rows.length === 0) return [];
  const values = createValueFormat(engine);
  const hidden = counts[action] - rows.length;
  const more = `  and ${formatCount(hidden)} more; "plan --limit ${rowsEach * 10}" shows more of each kind`;
  return [
    '',
    paint.bold(TITLES[action]),
    ...rows.flatMap((row) => describePlanRow(row, values, paint)),
    ...(hidden > 0 ? [paint.dim(more)] : []),
  ];
}

/** The first rows that the plan's counts count: categories and the parents of variants are told beside. */
function takeCounted(engine: Engine, runId: RunId, action: RowAction, limit: number): RunChange[] {
  const taken: RunChange[] = [];
  for (let offset = 0; taken.length < limit; offset += ROWS_A_LOOK) {
    const page = engine.rows(runId, { action, limit: ROWS_A_LOOK, offset });
    if (!page.ok) break;
    taken.push(...page.value.filter(isCounted));
    if (page.value.length < ROWS_A_LOOK) break;
  }
  return taken.slice(0, limit);
}

function isCounted({ kind, action, patch }: RunChange): boolean {
  if (kind === 'category') return false;
  return kind !== 'variable' || (action !== 'create_woo' && (action !== 'link' || patch !== null));
}
