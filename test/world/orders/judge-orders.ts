import type { OrderFlow } from '../../../src-main/domain/orders/order-flow.ts';
import { ORDER_ORACLES } from './order-oracles.ts';
import type { OrderScene } from './order-scene.ts';

/** Every web order that the app has heard of. */
export const readFlows = (scene: OrderScene): readonly OrderFlow[] =>
  scene.orders().list({ limit: 100_000, offset: 0 }).flows;

/** What the app has yet to do. A print that nothing proves is looked at for ever, and a person was told. */
export const listBusy = (scene: OrderScene): OrderFlow[] =>
  readFlows(scene).filter(
    ({ hold, step, isStatusDue, failure }) =>
      hold === null &&
      (isStatusDue || step !== 'reported') &&
      !(step === 'printing' && failure?.code === 'ORDER_PRINT_UNPROVED'),
  );

export const sayFlow = ({ wooId, step, hold, print, failure }: OrderFlow): string =>
  `${wooId} ${step} ${hold ?? ''} ${print} ${failure?.code ?? ''}`;

/**
 * Asks every oracle about every order that was placed; answers what is broken, with the order's timeline.
 * @param touched orders on which people acted
 */
export function judgeOrders(
  scene: OrderScene,
  { placed, touched }: { readonly placed: readonly number[]; readonly touched: ReadonlySet<number> },
): string[] {
  const flows = new Map(readFlows(scene).map((flow) => [Number(flow.wooId), flow]));
  const broken: string[] = [];
  for (const id of placed) {
    const order = scene.store.state.orders.get(id);
    if (!order) continue;
    const flow = flows.get(id) ?? null;
    noteEnd(scene, flow);
    const timeline = tellTimeline(scene, id);
    if (timeline.includes('begun anew')) scene.story.note('begun anew');
    const evidence = { world: scene, order, flow, isTouched: touched.has(id) };
    for (const [name, oracle] of Object.entries(ORDER_ORACLES)) {
      const complaint = oracle(evidence);
      if (complaint !== null) broken.push(`${name}: order ${id}: ${complaint}\n${timeline}`);
    }
  }
  for (const { kind } of scene.history.deeds) scene.story.note(`till ${kind}`);
  return broken;
}

function noteEnd({ story }: OrderScene, flow: OrderFlow | null): void {
  story.note(`end ${flow?.hold ?? flow?.step ?? 'unknown'}`);
  if (flow?.hold !== null && flow?.failure) story.note(`why ${flow.hold} ${flow.failure.code}`);
  story.note(`print ${flow?.print ?? 'unknown'}`);
  if (flow?.ticket?.isAttention) story.note('in words');
}

function tellTimeline(scene: OrderScene, id: number): string {
  const got = scene.orders().get(String(id));
  if (!got.ok) return '    (no timeline)';
  return got.value.events
    .map(({ atMs, what, text }) => `    ${new Date(atMs).toISOString().slice(11, 23)} ${what} ${text}`)
    .join('\n');
}
