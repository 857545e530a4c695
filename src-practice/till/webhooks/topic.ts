import type { Area } from '../tokens.ts';

/** The topics Tillbridge can hear of, each with what must be readable for it (clover.md 9.2). */
export const TOPIC_AREAS = {
  A: 'merchant',
  C: 'customers',
  I: 'inventory',
  IA: 'inventory',
  IC: 'inventory',
  IG: 'inventory',
  IM: 'inventory',
  IS: 'inventory',
  M: 'merchant',
  O: 'orders',
  P: 'payments',
} as const satisfies Readonly<Record<string, Area>>;

export type Topic = keyof typeof TOPIC_AREAS;

export const TOPICS = Object.keys(TOPIC_AREAS) as readonly Topic[];

export type EventType = 'CREATE' | 'UPDATE' | 'DELETE';

/** One event as it is sent; IS and IA carry data of their own. */
export interface AppEvent {
  /** `O:<id>`. */
  readonly objectId: string;
  readonly type: EventType;
  /** Unix milliseconds in whole seconds. */
  readonly ts: number;
  readonly [data: string]: string | number | boolean;
}

/** The topic of an event's object. */
export function readTopic({ objectId }: AppEvent): string {
  return objectId.split(':', 1)[0] ?? '';
}
