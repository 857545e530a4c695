import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from '../engine/ports.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 16;
const LONGEST_STATE = 200;

/** The `state` of one log-in: `PORT.NONCE.MAC`, which the bounce page reads the port from (clover.md 2.5). */
export interface FlowState {
  readonly text: string;
  /** Whether it is the state of this log-in and not used yet; compared in constant time. */
  matches(text: string): boolean;
  /** True once: for whoever comes first with the right state. */
  use(text: string): boolean;
}

/** A fresh state under a key of its own, so that none of another log-in or another start is taken. */
export function createFlowState(port: number, random: Pick<Random, 'hex'>): FlowState {
  const key = Buffer.from(random.hex(KEY_BYTES), 'hex');
  const nonce = Buffer.from(random.hex(NONCE_BYTES), 'hex').toString('base64url');
  const sign = (body: string): string => createHmac('sha256', key).update(body).digest('base64url');
  const text = `${port}.${nonce}.${sign(`${port}.${nonce}`)}`;
  // Signed once more, both are of one length whatever came.
  const mark = Buffer.from(sign(text));
  let isUsed = false;
  const matches = (given: string): boolean =>
    given.length <= LONGEST_STATE && timingSafeEqual(Buffer.from(sign(given)), mark) && !isUsed;
  return {
    text,
    matches,
    use: (given) => {
      if (!matches(given)) return false;
      isUsed = true;
      return true;
    },
  };
}
