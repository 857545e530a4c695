import { readFileSync } from 'node:fs';
import { ALERT_KINDS } from '../../../src-main/domain/alert.ts';
import { ORDER_STEPS } from '../../../src-main/domain/orders/order-flow.ts';

/** The words of a union of texts, as the source has it: a state that is added there is demanded here. */
export function readUnion(file: string, type: string): string[] {
  const source = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
  const body = new RegExp(`export type ${type} =([^;]+);`).exec(source)?.[1];
  if (body === undefined) throw new Error(`${file} has no type ${type}`);
  const words = [...body.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/'([^']+)'/g)].map(
    ([, word = '']) => word,
  );
  if (words.length === 0) throw new Error(`${type} in ${file} is no union of texts`);
  return words;
}

const RECORDS = 'src-main/engine/ledger-records.ts';
const PORTS = 'src-main/engine/ledger-ports.ts';
const FLOW = 'src-main/domain/orders/order-flow.ts';

const MACHINES: Readonly<Record<string, readonly string[]>> = {
  run: readUnion(RECORDS, 'RunState'),
  'run kind': readUnion(RECORDS, 'RunKind'),
  change: readUnion(RECORDS, 'ChangeState'),
  link: readUnion(RECORDS, 'LinkStatus'),
  'link kind': readUnion(RECORDS, 'LinkKind'),
  outbox: readUnion(PORTS, 'OutboxState'),
  'outbox kind': readUnion(PORTS, 'OutboxKind'),
  inbox: readUnion('src-main/engine/live-ledger.ts', 'Side'),
  conflict: ['open', 'answered', 'lapsed'],
  order: ORDER_STEPS,
  hold: readUnion(FLOW, 'OrderHold'),
  print: readUnion(FLOW, 'PrintState'),
  'till order': readUnion(FLOW, 'TillOrderStatus'),
  alert: ['unseen', 'seen'],
  'alert kind': ALERT_KINDS,
};

/** Every state of every machine in the data file, as the census notes it: `state run applying`. */
export const ALL_STATES: readonly string[] = Object.entries(MACHINES).flatMap(([machine, states]) =>
  states.map((state) => `state ${machine} ${state}`),
);
