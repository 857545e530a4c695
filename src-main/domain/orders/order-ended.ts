import type { FailureCode } from '../failure.ts';
import type { OrderFlow } from './order-flow.ts';

/** Statuses of the store after which nobody cooks; `gone` is one that was deleted for good. */
export const ENDED_STATUSES: readonly string[] = ['cancelled', 'refunded', 'trash', 'gone'];

const ENDED_ON_TILL: readonly FailureCode[] = ['ORDER_GONE_ON_TILL', 'ORDER_TILL_CANNOT_FOLLOW'];
/** Nothing of these is to be made, whoever asks. */
const ENDED_IN_STORE: readonly string[] = [...ENDED_STATUSES, 'completed'];

type Ended = Pick<OrderFlow, 'hold' | 'failure' | 'toldTill' | 'storeStatus'>;

/** What was on the till is over there for good. */
export const hasEndedOnTill = ({ hold, failure }: Ended): boolean =>
  hold !== 'closed' && failure !== null && ENDED_ON_TILL.includes(failure.code);

/** It is over on the till and not, or not any more, in the store: a person may want it made after all. */
export const canBeSentAnew = (flow: Ended): boolean =>
  hasEndedOnTill(flow) && !ENDED_IN_STORE.includes(flow.toldTill ?? flow.storeStatus);
