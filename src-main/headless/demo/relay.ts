import { cleanText } from '../terminal/display-width.ts';
import { formatDuration } from '../terminal/figures.ts';
import { tell } from './acts.ts';
import { announce, DemoFailure, type Stage, say } from './stage.ts';

/** Counted, with a price of its own on both sides. */
const SKU = 'DES-COOK7';
const TILL_PRICE_CENTS = 695;
const STORE_PRICE = '6.75';
const STORE_PRICE_CENTS = 675;
const LONGEST_MS = 30_000;
const ASK_EVERY_MS = 10;
/** So long after the last pass nothing more follows from what was before. */
const CALM_MS = 1_500;

/** Looks are minutes apart from here on: what is quick is quick because both sides tell the relay. */
export async function playRelay(stage: Stage, work: () => Promise<void>): Promise<void> {
  await announce(
    stage,
    'The relay wakes the app: both sides tell of changes, nobody asks them again and again',
  );
  const stop = new AbortController();
  let lastPassMs = stage.clock.monotonicMs();
  const onEvent = (): void => {
    lastPassMs = stage.clock.monotonicMs();
  };
  const running = stage.core.engine.sync.run({ signal: stop.signal, onEvent });
  try {
    const { engine } = stage.core;
    await waitUntil(stage, 'the relay', () => engine.hub.state().word === 'connected');
    await waitUntil(stage, 'quiet', () => stage.clock.monotonicMs() - lastPassMs > CALM_MS);
    say(stage, `  ${stage.paint.green('Connected')}  the store’s webhooks are made and watched`);
    await changeOnTill(stage);
    await changeInStore(stage);
    await work();
  } finally {
    stop.abort();
    await running;
  }
}

async function changeOnTill(stage: Stage): Promise<void> {
  const { storeService } = stage.practice;
  const startedMs = stage.clock.monotonicMs();
  await tell(stage, 'till', { verb: 'edit', item: SKU, price: TILL_PRICE_CENTS });
  const wanted = (TILL_PRICE_CENTS / 100).toFixed(2);
  const find = () => [...storeService.state.products.values()].find(({ sku }) => sku === SKU);
  await waitUntil(stage, 'the price in the store', () => find()?.regularPrice === wanted);
  tellLatency(stage, startedMs, `in the store: ${cleanText(find()?.name ?? '')} at ${wanted}`);
}

async function changeInStore(stage: Stage): Promise<void> {
  const { tillService } = stage.practice;
  const startedMs = stage.clock.monotonicMs();
  await tell(stage, 'store', { verb: 'edit', product: SKU, price: STORE_PRICE });
  const find = () => [...tillService.state.items.values()].find(({ sku }) => sku === SKU);
  await waitUntil(stage, 'the price on the till', () => find()?.price === STORE_PRICE_CENTS);
  tellLatency(stage, startedMs, `on the till: ${cleanText(find()?.name ?? '')} at ${STORE_PRICE}`);
}

const tellLatency = (stage: Stage, startedMs: number, what: string): void =>
  say(
    stage,
    `  ${stage.paint.green('After')} ${formatDuration(stage.clock.monotonicMs() - startedMs)} ${what}`,
  );

async function waitUntil({ clock, timers }: Stage, what: string, isThere: () => boolean): Promise<void> {
  const startedMs = clock.monotonicMs();
  while (!isThere()) {
    if (clock.monotonicMs() - startedMs > LONGEST_MS) throw new DemoFailure(`Waited in vain for ${what}.`);
    await new Promise<void>((resolve) => void timers.after(ASK_EVERY_MS, resolve));
  }
}
