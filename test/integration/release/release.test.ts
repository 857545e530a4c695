import { spawnSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../support/source-files.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';
import { runSigner, STABLE_FEED, startUpdateServer } from '../../support/update-server.ts';

const { version: electron } = JSON.parse(
  readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'),
) as { version: string };
const MAJOR = Number.parseInt(electron, 10);
const WHOLE = {
  TILLBRIDGE_UPDATE_URL: 'https://updates.example.com/tillbridge',
  TILLBRIDGE_MAINTAINER: 'Ann Example <ann@example.com>',
};

/** What the release script says before it would build. */
function check(supported: string, env: Readonly<Record<string, string>>) {
  const script = join(ROOT, 'scripts/release.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, '--check', '--supported', supported],
    {
      env: { PATH: process.env.PATH, ...env },
      encoding: 'utf8',
    },
  );
  return { status, said: stdout + stderr };
}

async function openServer() {
  const folder = makeTemporaryFolder();
  const server = await startUpdateServer(folder);
  onTestFinished(() => server.close());
  return { server, dist: join(folder, 'dist') };
}

describe('a release', () => {
  it('is refused with an Electron that is not among the three supported', () => {
    const tags = join(makeTemporaryFolder(), 'tags.json');
    const refuse = (supported: string): void => {
      const { status, said } = check(supported, {});
      expect(status).toBe(1);
      expect(said).toContain(`Electron ${electron} gets no security fixes any more`);
    };
    refuse(`${MAJOR + 1},${MAJOR + 2},${MAJOR + 3}`);
    writeFileSync(tags, JSON.stringify({ latest: `${MAJOR + 3}.0.0`, nightly: `${MAJOR}.0.0` }));
    refuse(tags);
    writeFileSync(tags, JSON.stringify({ latest: `${MAJOR + 2}.1.0` }));
    expect(check(tags, {}).said).not.toContain('security fixes');
  });

  it('is refused without key, address or maintainer, and made with them', async () => {
    const { server } = await openServer();
    const key = { TILLBRIDGE_SIGNING_KEY_FILE: server.key.file };
    const supported = String(MAJOR);
    expect(check(supported, WHOLE).said).toContain('Set TILLBRIDGE_SIGNING_KEY_FILE');
    expect(check(supported, { ...WHOLE, ...key, TILLBRIDGE_UPDATE_URL: 'http://x.example' }).said).toContain(
      'Set TILLBRIDGE_UPDATE_URL to the https address',
    );
    expect(check(supported, { ...WHOLE, ...key, TILLBRIDGE_MAINTAINER: 'Ann' }).said).toContain(
      'Set TILLBRIDGE_MAINTAINER',
    );
    expect(check(supported, { ...WHOLE, ...key })).toEqual({ status: 0, said: 'A release can be made.\n' });
  });

  it('is not signed where a file is not the one that the feed describes', async () => {
    const { server, dist } = await openServer();
    const name = server.release({ version: '9.9.9' });
    server.write(name, 'another installer');
    expect(() => runSigner([dist], server.key.file)).toThrow(`${name} is not the file`);
  });

  it('signed again has one date and one share, and the sums of all files', async () => {
    const { server, dist } = await openServer();
    const name = server.release({ version: '9.9.9', percent: 10 });
    runSigner([dist, '--percent', '50', '--days', '30'], server.key.file);
    const feed = server.read(`${STABLE_FEED}.yml`);
    expect(feed.match(/^(channel|platform|expires|stagingPercentage): /gm)).toHaveLength(4);
    expect(feed).toContain('stagingPercentage: 50\n');
    const sums = server.read('SHA256SUMS');
    for (const file of [name, `${STABLE_FEED}.yml`, `${STABLE_FEED}.yml.sig`])
      expect(sums).toContain(`  ${file}\n`);
  });

  it('never writes a key over another, and keeps it from others', async () => {
    const { server } = await openServer();
    expect(statSync(server.key.file).mode & 0o777).toBe(0o600);
    expect(() => runSigner(['--new-key', server.key.file])).toThrow('EEXIST');
  });
});
