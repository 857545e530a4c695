import { describe, expect, it } from 'vitest';
import type { ConflictShape } from '../../../src-preload/contract/live-shapes.ts';
import { startWindowWorld } from '../../support/window-world.ts';

const WITHIN = { timeout: 15_000, interval: 50 };
const PAGE = { limit: 50, offset: 0 };

describe('a conflict made for practice', () => {
  it('comes up by itself, without a pause: one product, two prices, neither side written', async () => {
    const world = await startWindowWorld();
    const page = await world.openPage();
    const call = async <T>(...asked: Parameters<typeof page.call>): Promise<T> => {
      const answer = await page.call(...asked);
      if (!answer.ok) throw new Error(`${asked[0]}: ${answer.failure.code}`);
      return answer.value as T;
    };
    await call('practice:start', { menu: 'pizza' });
    await call('settings:set', { values: { 'poll.fastestSeconds': '2' } });
    await call('plan:make', { choices: [] });
    await call('run:apply', { runId: 1 });
    const readConflicts = async () =>
      (await call<{ conflicts: readonly ConflictShape[] }>('conflicts:list', PAGE)).conflicts;
    const clash = (target: string) =>
      call<{ what: string }>('practice:act', { side: 'till', verb: 'clash', target });

    const { what } = await clash('');
    await expect.poll(readConflicts, WITHIN).toHaveLength(1);
    const [first] = await readConflicts();
    expect(first).toMatchObject({ field: 'price', till: Number(first?.base) + 50 });
    expect(first).toMatchObject({ store: Number(first?.base) + 100 });
    expect(what).toContain(first?.name);

    // Another one the next time, or the one that is named.
    await clash('7" Cookie');
    await expect.poll(readConflicts, WITHIN).toHaveLength(2);
    expect((await readConflicts()).map(({ name }) => name)).toContain('7" Cookie');
    const unknown = await page.call('practice:act', { side: 'till', verb: 'clash', target: 'no such thing' });
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'USE_UNKNOWN_PRODUCT' } });
  });
});
