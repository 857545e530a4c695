import { describe, expect, it } from 'vitest';
import { createFailure } from '../../../src-main/domain/failure.ts';
import { type Engine, succeed } from '../../../src-main/engine/face.ts';
import { createRehearsalKeeper } from '../../../src-main/ipc/rehearsal-keeper.ts';

/** A rehearsal that is on, and that ends like the engine's: once nobody looks for it any more. */
function createFakeRehearsal() {
  let isOn = true;
  let running: Promise<void> = Promise.resolve();
  const ran: string[] = [];
  const rehearsal = {
    findRefusal: () => (isOn ? createFailure('REHEARSAL_ON') : null),
    run: async ({ signal }: { readonly signal: AbortSignal }) => {
      ran.push('begun');
      running = new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
      await running;
      ran.push('ended');
      return succeed(undefined);
    },
    stop: async () => {
      await running;
      isOn = false;
      return true;
    },
  };
  const engine = { rehearsal, records: { note: () => undefined } } as unknown as Engine;
  return { rehearsal, ran, keeper: createRehearsalKeeper({ engine, publish: () => undefined }) };
}

describe('what goes on with a rehearsal', () => {
  it('does not begin anew while it is being ended: its end would wait for that for ever', async () => {
    const { keeper, rehearsal, ran } = createFakeRehearsal();
    keeper.start();
    await keeper.rest(async () => {
      keeper.start();
      await rehearsal.stop();
    });
    expect(ran).toEqual(['begun', 'ended']);
  });

  it('goes on where the rehearsal is still on after all', async () => {
    const { keeper, ran } = createFakeRehearsal();
    keeper.start();
    await keeper.rest(async () => undefined);
    expect(ran).toEqual(['begun', 'ended', 'begun']);
    await keeper.close();
  });

  it('begins no more once the window’s desk is closed', async () => {
    const { keeper, ran } = createFakeRehearsal();
    keeper.start();
    await keeper.close();
    keeper.start();
    expect(ran).toEqual(['begun', 'ended']);
  });
});
