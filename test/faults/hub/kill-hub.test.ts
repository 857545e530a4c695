import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runHubKillTrial } from '../../support/hub-kill-trial.ts';
import { startHubProcess } from '../../support/hub-process.ts';
import { readMetric, sign } from '../../support/hub-world.ts';
import { hasProgram, sayNotTested } from '../../support/needs.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

const KILLS = 20;
const hasStrace = hasProgram('strace') || sayNotTested('fsyncs of the hub (strace is not installed)');

describe('a hub that is killed', () => {
  it('H1: what was answered 200 is there, over 20 kills under load on the same file', {
    timeout: 90_000,
  }, async () => {
    const { acknowledged, lost, integrity } = await runHubKillTrial(1, KILLS);
    expect(acknowledged).toBeGreaterThan(KILLS * 5);
    expect(lost).toEqual([]);
    expect(integrity).toBe('ok');
  });

  it.skipIf(!hasStrace)(
    'H1: each commit is an fsync: a kill cannot show it, so they are counted',
    { timeout: 60_000 },
    async () => {
      const dataDir = makeTemporaryFolder();
      const trace = join(dataDir, 'trace.txt');
      const wrapper = ['strace', '-f', '-e', 'trace=fsync,fdatasync', '-o', trace];
      const hub = await startHubProcess({ dataDir, shops: 1 }, wrapper);
      const [shop] = hub.said.shops;
      const count = (): number => (readFileSync(trace, 'utf8').match(/f(data)?sync\(/g) ?? []).length;
      const before = { fsyncs: count(), commits: await readMetric(hub.said.url, 'hub_log_commits') };
      for (let id = 1; id <= 40; id += 1) {
        const body = `{"id":${id}}`;
        const signature = sign(shop?.secret ?? '', body);
        const headers = { 'x-wc-webhook-resource': 'product', 'x-wc-webhook-signature': signature };
        const answer = await fetch(`${hub.said.url}/v1/hooks/woo/${shop?.shopId}`, {
          method: 'POST',
          body,
          headers,
        });
        expect(answer.status).toBe(200);
      }
      const commits = (await readMetric(hub.said.url, 'hub_log_commits')) - before.commits;
      const fsyncs = count() - before.fsyncs;
      hub.child.stdin?.end();
      expect(commits).toBe(40);
      expect(fsyncs).toBeGreaterThanOrEqual(commits);
    },
  );
});
