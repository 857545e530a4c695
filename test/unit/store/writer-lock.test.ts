import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { acquireWriterLock } from '../../../src-main/store/writer-lock.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const HOLDER = `
  const { acquireWriterLock } = await import(${JSON.stringify(new URL('../../../src-main/store/writer-lock.ts', import.meta.url).href)});
  globalThis.held = acquireWriterLock(process.argv[1], null);
  process.stdout.write('held');
  setInterval(() => {}, 1000);
`;

describe('one writer', () => {
  it('a second is refused while the first lives, by name of its process, and not after it was killed', async () => {
    const folder = makeTemporaryFolder();
    const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    expect(() => acquireWriterLock(folder, null)).toThrow(
      expect.objectContaining({
        failure: { code: 'DATA_IN_USE', facts: { folder, pid: String(holder.pid) } },
      }),
    );
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    acquireWriterLock(folder, null).release();
  });
});
