import { describe, expect, it } from 'vitest';
import { createPublisher } from '../../../src-main/ipc/publish.ts';
import type { ProgressShape } from '../../../src-preload/contract/run-shapes.ts';
import { createVirtualTime } from '../../support/virtual-time.ts';

const at = (done: number): ProgressShape => ({
  runId: 1,
  phase: 'products',
  done,
  total: 1000,
  created: 0,
  updated: 0,
  failed: 0,
  perSecond: null,
  secondsLeft: null,
  newestFailure: null,
});

function open() {
  const time = createVirtualTime();
  const publisher = createPublisher({ timers: time.timers });
  const heard: { event: string; seq: number; value: unknown; atMs: number }[] = [];
  const hear = (event: string, seq: number, value: unknown): void =>
    void heard.push({ event, seq, value, atMs: time.clock.monotonicMs() });
  return { time, publisher, heard, hear };
}

describe('events', () => {
  it('a thousand steps in a second are told ten times, the first at once and the last always', async () => {
    const { time, publisher, heard, hear } = open();
    publisher.join(hear);
    const work = async (): Promise<void> => {
      for (let done = 0; done < 1000; done += 1) {
        publisher.publish('run:progress', at(done));
        await time.timers.sleep(1);
      }
      await time.timers.sleep(200);
    };
    await time.run(work());
    expect(heard.length).toBeGreaterThanOrEqual(10);
    expect(heard.length).toBeLessThanOrEqual(11);
    expect(heard[0]?.value).toMatchObject({ done: 0 });
    expect(heard.at(-1)?.value).toMatchObject({ done: 999 });
    for (const [index, { atMs }] of heard.entries())
      expect(atMs - (heard[index - 1]?.atMs ?? -100)).toBeGreaterThanOrEqual(100);
  });

  it('the end of a run is never told before its last step', () => {
    const { publisher, heard, hear } = open();
    publisher.join(hear);
    publisher.publish('run:progress', at(1));
    publisher.publish('run:progress', at(2));
    publisher.flush();
    publisher.publish('log:changed', {});
    expect(heard.map(({ event, value }) => [event, (value as { done?: number }).done])).toEqual([
      ['run:progress', 1],
      ['run:progress', 2],
      ['log:changed', undefined],
    ]);
  });

  it('each window counts its own events from 1, and hears none after it left', () => {
    const { publisher, heard, hear } = open();
    const first = publisher.join(hear);
    publisher.publish('status:changed', {} as never);
    const late: number[] = [];
    publisher.join((_event, seq) => late.push(seq));
    publisher.publish('status:changed', {} as never);
    first.leave();
    publisher.publish('status:changed', {} as never);
    expect(heard.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(late).toEqual([1, 2]);
  });
});
