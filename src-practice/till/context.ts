import type { PracticeClock } from '../clock.ts';
import { createCloverId, type PracticeRandom } from '../random.ts';
import { WEBHOOK_ANSWERS, type WebhookAnswers } from './app/app-options.ts';
import { createLaggedWrites, type LaggedWrites } from './lagged-writes.ts';
import {
  completeAnswers,
  type PracticeTillOptions,
  type TillAnswers,
  type TillMerchantOptions,
} from './options.ts';
import { createTillState, type TillState } from './state.ts';
import { createTillEvents, type TillEvents } from './webhooks/till-events.ts';

export interface TillMerchant extends TillMerchantOptions {
  readonly id: string;
  readonly createdTime: number;
}

/** What every part of the till works on. */
export interface TillContext {
  readonly state: TillState;
  readonly merchant: TillMerchant;
  readonly answers: TillAnswers;
  readonly clock: PracticeClock;
  readonly random: PracticeRandom;
  readonly associationWrites: LaggedWrites;
  readonly events: TillEvents;
  /** Of the app's, which decide what a change of stock tells. */
  readonly webhooks: WebhookAnswers;
}

/** Opens an empty till's context. */
export function createTillContext(options: PracticeTillOptions): TillContext {
  const { clock, random, merchant } = options;
  return {
    state: createTillState(),
    merchant: {
      ...merchant,
      id: merchant.id ?? createCloverId(random),
      createdTime: cutToSecond(clock.nowMs()),
    },
    answers: completeAnswers(options.answers),
    clock,
    random,
    associationWrites: createLaggedWrites(clock, options.writeLagMs ?? 0),
    events: createTillEvents(clock),
    webhooks: options.app?.webhooks ?? WEBHOOK_ANSWERS,
  };
}

/** Now in Unix milliseconds, cut to whole seconds as Clover's times are (clover.md 0). */
export function readNow(till: TillContext): number {
  return cutToSecond(till.clock.nowMs());
}

/** A new id; Clover assigns all of them. */
export function createId(till: TillContext): string {
  return createCloverId(till.random);
}

function cutToSecond(timeMs: number): number {
  return timeMs - (timeMs % 1000);
}
