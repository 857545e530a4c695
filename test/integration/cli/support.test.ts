import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../support/read-zip.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { connectStore, connectTill, exportKeys, openPractice, openShell } from './command-runner.ts';

async function openConnected() {
  const practice = await openPractice();
  const shell = openShell();
  exportKeys(shell, practice);
  await connectTill(shell, practice);
  await connectStore(shell, practice);
  return { practice, shell };
}

describe('support and leaving, by the command line', () => {
  it('diagnostics and export-data write a zip for its owner alone, say what is inside, and hold no secret', async () => {
    const { practice, shell } = await openConnected();
    const folder = makeTemporaryFolder();
    for (const command of ['diagnostics', 'export-data']) {
      const file = join(folder, `${command}.zip`);
      const { exitCode, json } = await shell.run(command, file, '--json');
      expect(exitCode).toBe(0);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const files = await readZip(readFileSync(file));
      expect((json.files as { name: string }[]).map(({ name }) => name)).toEqual([...files.keys()]);
      const text = [...files.values()].join('');
      for (const secret of [practice.till.token, practice.store.key, practice.store.secret])
        expect(text).not.toContain(secret);
      expect(text.includes(practice.till.merchant)).toBe(command === 'export-data');
    }
    const refused = await shell.run('diagnostics', join(folder, 'not', 'there.zip'), '--json');
    expect(refused.json.error?.code).toBe('USE_BAD_VALUE');
  });

  it('erase asks for a word, then leaves nothing here and everything in Clover and WooCommerce', async () => {
    const { practice, shell } = await openConnected();
    const items = practice.tillService.state.items.size;
    const asked = await shell.run('erase', '--json');
    expect(asked.json.error?.code).toBe('USE_APPROVAL_NEEDED');
    const erased = await shell.run('erase', '--yes', '--json');
    expect(erased.json).toEqual({ erased: true, left: [] });
    expect(existsSync(shell.dataDir) ? readdirSync(shell.dataDir) : []).toEqual([]);
    expect(practice.tillService.state.items.size).toBe(items);
    const { json } = await shell.run('status', '--json');
    expect(JSON.stringify(json)).not.toContain(practice.till.merchant);
  });
});
