import { expect } from 'vitest';
import type { ChannelCaller } from './call-hub-channels.ts';

/** Every channel of the help, in a window beside an engine that it did not start: that one can erase nothing. */
export async function callSupportChannels({ call, refused }: ChannelCaller): Promise<void> {
  expect(await call('support:get', {})).toMatchObject({ version: expect.any(String) });
  await call('support:retry', {});
  const { files } = await call('support:inside', {});
  expect(await call('support:diagnostics', {})).toMatchObject({ name: expect.stringMatching(/\.zip$/) });
  expect(await call('support:export', {})).toMatchObject({ name: expect.stringMatching(/\.zip$/) });
  expect(files.length).toBeGreaterThan(3);
  expect(await refused('support:erase', {})).toBe('ERASE_BY_COMMAND');
}
