import { expect, it } from 'vitest';
import type { Engine } from '../../../src-main/engine/face.ts';
import type { AutostartPort, HandlerDeps } from '../../../src-main/ipc/handler-deps.ts';
import { createAutostartHandlers } from '../../../src-main/ipc/handlers/autostart.ts';
import { createSession } from '../../../src-main/ipc/session.ts';

function open(autostart: AutostartPort | null) {
  const told: string[] = [];
  const publish = ((event: string) => void told.push(event)) as HandlerDeps['publish'];
  const status = { till: null, store: null, queue: {}, products: {}, unfinishedRun: null, warnings: [] };
  const practice = { read: () => ({ isForSession: false, hasEnded: false }) };
  const engine = { status: () => status, practice } as unknown as Engine;
  const session = createSession({
    clock: { nowMs: () => 0, monotonicMs: () => 0 },
    publish,
    startPractice: () => expect.fail(),
    onReach: () => undefined,
  });
  const deps = { engine, session, publish, autostart } as unknown as HandlerDeps;
  return { told, handlers: createAutostartHandlers(deps) };
}

it('the window shows what the system says, and the tray hears of a change', async () => {
  let isOn = false;
  const { told, handlers } = open({
    isOn: () => isOn,
    set: (wanted) => {
      isOn = wanted;
    },
  });
  expect(await handlers['autostart:set']({ isOn: true })).toEqual({
    ok: true,
    value: { isAvailable: true, isOn: true },
  });
  expect(told).toEqual(['status:changed']);
  isOn = false; // switched off in the system
  expect(await handlers['autostart:get']({})).toEqual({
    ok: true,
    value: { isAvailable: true, isOn: false },
  });
});

it.each([
  ['does nothing', () => undefined],
  [
    'fails',
    () => {
      throw new Error('EACCES: permission denied');
    },
  ],
])('a system that %s is told, not hidden', async (_what, set) => {
  const { handlers } = open({ isOn: () => false, set });
  expect(await handlers['autostart:set']({ isOn: true })).toMatchObject({
    ok: false,
    failure: { code: 'AUTOSTART_REFUSED' },
  });
});

it('a browser has none', async () => {
  const { handlers } = open(null);
  expect(await handlers['autostart:set']({ isOn: true })).toEqual({
    ok: true,
    value: { isAvailable: false, isOn: false },
  });
});
