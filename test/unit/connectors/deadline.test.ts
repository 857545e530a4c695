import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createDeadline } from '../../../src-main/connectors/deadline.ts';
import { createManualTime } from '../../support/manual-time.ts';

describe('the time that one try of a call has', () => {
  it('ends the call when it is over, and when its owner gives up', async () => {
    const { timers, pass } = createManualTime();
    const owner = new AbortController();
    const late = createDeadline(timers, 1_000, owner.signal);
    const given = createDeadline(timers, 5_000, owner.signal);
    pass(1_000);
    await expect(late.passed).rejects.toThrow();
    expect(given.signal.aborted).toBe(false);
    owner.abort();
    await expect(given.passed).rejects.toThrow();
  });

  it('leaves nothing on the signal once the answer is there: who remembers it would keep the answer too', () => {
    const { timers } = createManualTime();
    const owner = new AbortController();
    const { signal, cancel } = createDeadline(timers, 1_000, owner.signal);
    cancel();
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(getEventListeners(owner.signal, 'abort')).toEqual([]);
  });
});
