import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
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

  it('status says that another program holds the data file, and no longer once it lets go', {
    timeout: 60_000,
  }, async () => {
    const { shell } = await openConnected();
    const other = new Database(join(shell.dataDir, 'tillbridge.sqlite'));
    onTestFinished(() => void other.close());
    other.exec('BEGIN EXCLUSIVE');
    const [{ json }, { stdout }] = await Promise.all([shell.run('status', '--json'), shell.run('status')]);
    expect(json).toMatchObject({ data: { isWritable: false, error: { code: 'DATA_HELD' } } });
    expect(stdout).toMatch(
      /^Nothing can be written in the data folder now\..+Another program holds the data file/s,
    );
    other.exec('ROLLBACK');
    const after = await shell.run('status', '--json');
    expect(after.json).toMatchObject({ data: { isWritable: true, error: null } });
  });
});
