import type { PracticeTill } from '../../../src-practice/till/till.ts';
import type { WireService } from '../../../src-practice/wire.ts';

/** Something that a client did on the till and that cannot be taken back: the cook saw it, or the books have it. */
export interface TillDeed {
  readonly kind: 'shown' | 'payment' | 'print';
  readonly wooId: number;
  readonly orderId: string;
  readonly atMs: number;
}

export interface TillHistory {
  /** The till with a witness beside it. */
  readonly service: WireService;
  readonly deeds: readonly TillDeed[];
  /** Orders in the order they were shown. */
  readonly shown: readonly TillDeed[];
  /** Of one web order, also where the till's order is gone since. */
  of(wooId: number, kind: TillDeed['kind']): TillDeed[];
}

const KINDS: readonly (readonly [RegExp, TillDeed['kind']])[] = [
  [/\/orders\/[^/]+\/payments$/, 'payment'],
  [/\/print_event$/, 'print'],
  [/\/orders(\/[^/]+)?$|\/atomic_order\/orders$/, 'shown'],
];

/** Which web order a reference stands for: its last seven digits (features.md, reference of an order). */
export const readWooId = (reference: string | undefined): number =>
  Number.parseInt((reference ?? '').slice(5), 36);

/** Watches every call that was worked on, whatever became of its answer. */
export function watchTill(till: PracticeTill, readMs: () => number): TillHistory {
  const deeds: TillDeed[] = [];
  const shown: TillDeed[] = [];
  const byOrder = new Map<number, TillDeed[]>();
  const known = new Set<string>();
  const note = (kind: TillDeed['kind'], orderId: string): void => {
    const order = till.state.orders.get(orderId);
    if (!order) return;
    // An order is shown once, however often it is said.
    if (kind === 'shown' && (order.state === undefined || known.has(orderId))) return;
    if (kind === 'shown') known.add(orderId);
    const deed = { kind, wooId: readWooId(order.externalReferenceId), orderId, atMs: readMs() };
    deeds.push(deed);
    if (kind === 'shown') shown.push(deed);
    byOrder.set(deed.wooId, [...(byOrder.get(deed.wooId) ?? []), deed]);
  };
  const service: WireService = {
    handle: async (request) => {
      const answer = await till.handle(request);
      if (request.method !== 'POST' || answer.status !== 200) return answer;
      const path = request.url.split('?')[0] ?? '';
      const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1];
      if (kind) note(kind, readOrderId(path, kind, request.body, answer.body));
      return answer;
    },
  };
  return {
    service,
    deeds,
    shown,
    of: (wooId, kind) => (byOrder.get(wooId) ?? []).filter((deed) => deed.kind === kind),
  };
}

function readOrderId(path: string, kind: TillDeed['kind'], body: string, answer: string): string {
  if (kind === 'print') return (JSON.parse(body) as { orderRef: { id: string } }).orderRef.id;
  return /\/orders\/([^/]+)/.exec(path)?.[1] ?? (JSON.parse(answer) as { id: string }).id;
}
