import type { RunId } from '../../domain/ids.ts';
import type { PlanSummary, RunResult } from '../../engine/face.ts';
import { giveOrder } from '../staff-desk.ts';
import { cleanText } from '../terminal/display-width.ts';
import { formatPieces } from '../terminal/figures.ts';
import { createValueFormat } from '../views/field-values.ts';
import { describeCounts, describePlan } from '../views/plan-view.ts';
import { describeRun } from '../views/run-view.ts';
import { describeStory } from '../views/story-view.ts';
import { watchArrivals } from './arrivals.ts';
import { playBothWays } from './both-ways.ts';
import { connectAll } from './connect.ts';
import { createMenuView } from './menu-view.ts';
import { playRelay } from './relay.ts';
import { announce, demand, type Stage, say } from './stage.ts';
import { playWebOrder } from './web-order.ts';

const ROWS_EACH = 5;
/** What the staff make dearer; a size of a pizza, so that a variant is seen to change. */
const RAISED_SKU = 'hawaiian_m';
const RAISED_PRICE_CENTS = 1425;

/** The whole story: connect, import, nothing doubled, a price change and where it came from, then both ways, and with the relay at last an order. */
export async function playStory(stage: Stage): Promise<void> {
  await connectAll(stage);
  await importMenu(stage);
  await showNothingDoubled(stage);
  await changePrice(stage);
  await playBothWays(stage);
  await playRelay(stage, () => playWebOrder(stage));
}

async function importMenu(stage: Stage): Promise<void> {
  await announce(stage, 'Planning the import: both sides are read, nothing is written');
  const plan = await makePlan(stage);
  say(stage, ...indent([describeSizes(plan)]), ...describeCounts(plan, stage.paint));
  await announce(stage, 'The menu arrives in the store');
  const result = await applyPlan(stage, plan.runId);
  say(stage, '', ...indent(describeRun(result, stage.paint)));
}

async function showNothingDoubled(stage: Stage): Promise<void> {
  await announce(stage, 'Nothing is doubled: the same import once more');
  const plan = await makePlan(stage);
  say(
    stage,
    ...indent([describeSizes(plan), ...describeCounts(plan, stage.paint).map((line) => line.trimStart())]),
  );
}

async function changePrice(stage: Stage): Promise<void> {
  const { core, practice, paint } = stage;
  const { engine } = core;
  const values = createValueFormat(engine);
  await announce(stage, 'At the till a price is changed');
  const before = demand(engine.why(RAISED_SKU, 'price'));
  const order = { verb: 'edit', item: RAISED_SKU, price: RAISED_PRICE_CENTS };
  demand(await giveOrder({ url: practice.till.url, key: practice.till.token }, order, stage.fetch));
  const [from, to] = [before.fields[0]?.till, RAISED_PRICE_CENTS].map((price) =>
    values.format('price', price),
  );
  say(stage, `  The staff sell ${cleanText(before.link.name)} at ${to} from now on; it was ${from}.`, '');
  const plan = await makePlan(stage);
  say(stage, ...indent(describePlan(plan, engine, { paint, rowsEach: ROWS_EACH })));
  await stage.pause();
  const { signal } = new AbortController();
  const result = demand(await engine.apply(plan.runId, { signal, onProgress: () => undefined }));
  say(stage, '', ...indent(describeRun(result, paint)));
  await announce(stage, 'Why is this price what it is?');
  say(stage, ...indent(describeStory(demand(engine.why(RAISED_SKU, 'price')), values, paint)));
}

const describeSizes = ({ itemsOnTill, productsInStore }: PlanSummary): string =>
  `${formatPieces(itemsOnTill, 'item')} on the till, ${formatPieces(productsInStore, 'product')} in the store.`;

const indent = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));

const makePlan = async ({ core }: Stage): Promise<PlanSummary> =>
  demand(await core.engine.plan({ choices: new Map(), onProgress: () => undefined }));

async function applyPlan(stage: Stage, runId: RunId): Promise<RunResult> {
  const { core, screen, paint, clock, timers } = stage;
  const { connections } = core.engine;
  const view = createMenuView({
    screen,
    paint,
    money: createValueFormat(core.engine).money,
    monotonicMs: () => clock.monotonicMs(),
    after: (delayMs, callback) => timers.after(delayMs, callback),
    title: `${connections.readTill()?.merchant.name} ──▶ ${connections.readStore()?.store.name}`,
    arrivals: watchArrivals(core.engine, runId),
  });
  const { signal } = new AbortController();
  const result = await core.engine.apply(runId, { signal, onProgress: view.show });
  view.end();
  return demand(result);
}
