import { expect, it } from 'vitest';
import { asCloverId } from '../../../src-main/domain/ids.ts';
import type { TillPort } from '../../../src-main/engine/ports.ts';
import { holdTill } from '../../../src-main/engine/rehearsal/held-ports.ts';

it('a rehearsal’s write goes no further: its row is set aside as held, and the till hears nothing', async () => {
  const reached: string[] = [];
  const till = new Proxy({} as TillPort, {
    get: (_, name) => (name === 'orders' ? {} : () => void reached.push(String(name))),
    ownKeys: () => [],
  });
  const held = holdTill(till, () => undefined);
  const failure = { code: 'REHEARSAL_HELD' };
  expect(await held.writeStock(asCloverId('ITEM'), 3)).toMatchObject({ kind: 'rejected', failure });
  expect(await held.writeItems([{} as never])).toMatchObject({ kind: 'done', value: [{ failure }] });
  expect(reached).toEqual([]);
});
