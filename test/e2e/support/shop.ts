import { type Practice, type PracticeOptions, startPractice } from '../../../src-practice/practice.ts';
import type { Answer } from '../../../src-preload/contract/bridge.ts';
import type { PlanShape, RunResultShape } from '../../../src-preload/contract/run-shapes.ts';
import type { WindowProcess } from './window-process.ts';

/** A practice till and store that the test holds in its hand, and that outlive the window's server. */
export function openShop(options: Partial<PracticeOptions> = {}): Promise<Practice> {
  return startPractice({ menu: 'pizza', limits: false, ...options });
}

export interface Hold {
  /** How many writes are waiting. */
  readonly waiting: number;
  release(): void;
}

/** Lets some writes to the store through and keeps the answers of all others waiting, so that an import stays half-way. */
export function holdWrites({ storeService }: Practice, after: number): Hold {
  const { handle } = storeService;
  let written = 0;
  let waiting = 0;
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held: typeof handle = async (request) => {
    if (request.method !== 'GET') {
      written += 1;
      waiting += 1;
      if (written > after) await released;
      waiting -= 1;
    }
    return handle(request);
  };
  Object.assign(storeService, { handle: held });
  return {
    get waiting() {
      return waiting;
    },
    release,
  };
}

/** Connects both sides without the page. */
export async function connectShop(window: WindowProcess, { till, store }: Practice): Promise<void> {
  const bridge = await window.openBridge();
  const { url: apiUrl, merchant: merchantId, token } = till;
  take(await bridge.call('till:connect', { environment: 'sandbox', apiUrl, merchantId, token }));
  take(await bridge.call('store:connect', store));
  bridge.close();
}

/** Plans and imports without the page. */
export async function importShop(window: WindowProcess): Promise<RunResultShape> {
  const bridge = await window.openBridge();
  const plan = take<PlanShape>(await bridge.call('plan:make', { choices: [] }));
  if (plan.brake) take(await bridge.call('run:approve', { runId: plan.runId }));
  const result = take<RunResultShape>(await bridge.call('run:apply', { runId: plan.runId }));
  bridge.close();
  return result;
}

/** The value of an answer, or an error in the failure's words. */
export function take<T>(answer: Answer<unknown>): T {
  if (answer.ok) return answer.value as T;
  throw new Error(`${answer.failure.code}: ${answer.failure.message}`);
}
