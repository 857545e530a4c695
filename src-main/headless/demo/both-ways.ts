import { cleanText } from '../terminal/display-width.ts';
import { createValueFormat } from '../views/field-values.ts';
import { sync, tell } from './acts.ts';
import { announce, demand, type Stage, say } from './stage.ts';

/** A counted dessert, so that sales on both sides are seen to meet. */
const SKU = 'DES-COOK7';
/** Each side takes a price as its service does. */
const TILL_PRICE_CENTS = 725;
const STORE_PRICE = '7.50';

/** What happens after the import: changes go both ways, sales on both sides count, an argument waits for a person. */
export async function playBothWays(stage: Stage): Promise<void> {
  await sellOnBothSides(stage);
  await argue(stage);
}

async function sellOnBothSides(stage: Stage): Promise<void> {
  // The first look also notes how far each side is; what follows are changes.
  await sync(stage);
  await announce(stage, 'Both sides sell the same cookie at the same time');
  const before = readCounts(stage);
  await tell(stage, 'till', { verb: 'sell', item: SKU, quantity: 2 });
  await tell(stage, 'store', { verb: 'buy', product: SKU, quantity: 3 });
  const result = await sync(stage);
  const after = readCounts(stage);
  say(
    stage,
    `  In step again after ${formatSeconds(result.ms)}: till ${before.till} -> ${after.till}, store ${before.store} -> ${after.store}. Both sales count.`,
  );
}

async function argue(stage: Stage): Promise<void> {
  const { engine } = stage.core;
  const { paint } = stage;
  await announce(stage, 'Both sides change the same price');
  await tell(stage, 'till', { verb: 'edit', item: SKU, price: TILL_PRICE_CENTS });
  await tell(stage, 'store', { verb: 'edit', product: SKU, price: STORE_PRICE });
  await sync(stage);
  const format = createValueFormat(engine);
  for (const { id, name, field, base, till, store } of engine.conflicts.list({ limit: 5, offset: 0 })
    .conflicts) {
    const [was, here, there] = [base, till, store].map((value) => format.format(field, value));
    say(
      stage,
      `  ${paint.yellow('Conflict')}  ${cleanText(name)}, ${field}: it was ${was}; till ${here}, store ${there}. Neither was touched.`,
    );
    await stage.pause();
    demand(engine.conflicts.resolve({ id, take: 'till' }));
    await sync(stage);
    say(stage, `  A person takes the till’s: now ${here} on both sides.`);
  }
}

function readCounts({ core }: Stage): { readonly till: string; readonly store: string } {
  const { rows } = core.engine.stock.list({ limit: 1000, offset: 0 });
  const row = rows.find(({ sku }) => sku === SKU);
  return { till: String(row?.till ?? '-'), store: String(row?.store ?? '-') };
}

const formatSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
