import { describe, expect, it } from 'vitest';
import { startLastingWorld } from '../../support/lasting-world.ts';

const WITHIN = { timeout: 15_000, interval: 50 };

describe('after the undo of a whole import', () => {
  it('neither side is called away, no alert says that one refuses, and what was told of its products is over', async () => {
    const world = await startLastingWorld();
    await world.call('settings:set', { values: { 'poll.fastestSeconds': '2' } });
    await world.import();
    const readAlerts = async () =>
      (await world.call('alerts:list', { limit: 50, offset: 0 })).alerts.map(({ key }) => key);
    await expect.poll(readAlerts, WITHIN).toContain('stock.low');
    const preview = await world.call('run:previewUndo', { runId: 1 });
    const undone = await world.call('run:undo', { runId: 1 });
    expect(undone.trashed).toBe(undone.undone);
    expect(undone.trashed).toBe(preview.trashed + preview.trashedVariants);
    const before = await world.call('sync:state', {});
    expect(before.isRunning).toBe(true);
    await expect.poll(readAlerts, WITHIN).not.toContain('stock.low');
    expect((await world.call('sync:state', {})).away).toEqual({ till: null, store: null });
    expect(await world.call('status:get', {})).toMatchObject({ reach: { till: null, store: null } });
    expect((await readAlerts()).filter((key) => key.startsWith('side.'))).toEqual([]);
  });
});
