import { expect, it } from 'vitest';
import type { UpdateState, UpdatesPort } from '../../../src-main/ipc/handler-deps.ts';
import { createUpdateHandlers } from '../../../src-main/ipc/handlers/updates.ts';
import { updateState } from '../../../src-preload/contract/update-channels.ts';

const INFO = { version: '1.0.0', platform: 'test', isDesktop: true };
const STATE: UpdateState = {
  isAvailable: true,
  version: '1.0.0',
  channel: 'stable',
  phase: 'refused',
  checkedMs: 5,
  offer: null,
  percent: null,
  waitsFor: null,
  installsOnQuit: true,
  failure: { code: 'UPDATE_OLDER', facts: { offered: '0.9.0', version: '1.0.0' } },
};

it('an update that was refused comes to the window in words', async () => {
  const updates: UpdatesPort = {
    read: () => STATE,
    check: async () => STATE,
    want: async () => ({ ok: false, failure: { code: 'UPDATE_NOT_READY', facts: {} } }),
    choose: async (channel) => ({ ...STATE, channel }),
    watch: () => () => undefined,
  };
  const handlers = createUpdateHandlers({ updates, info: INFO });
  const asked = await handlers['updates:get']({});
  expect(asked.ok && updateState.parse(asked.value).failure).toEqual({
    code: 'UPDATE_OLDER',
    message:
      'The update server offers a version (0.9.0) that is older than this one (1.0.0). It was not installed.',
    hint: 'Nothing has to be done: a newer one is taken when there is one.',
  });
  expect(await handlers['updates:choose']({ channel: 'beta' })).toMatchObject({ value: { channel: 'beta' } });
  expect(await handlers['updates:install']({ isWanted: true })).toMatchObject({
    ok: false,
    failure: { code: 'UPDATE_NOT_READY' },
  });
});

it('a copy that was not installed says so, and has none', async () => {
  const handlers = createUpdateHandlers({ updates: null, info: INFO });
  expect(await handlers['updates:check']({})).toMatchObject({
    value: { isAvailable: false, version: '1.0.0', phase: 'none' },
  });
  expect(await handlers['updates:install']({ isWanted: true })).toMatchObject({ ok: false });
});
