import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCore } from '../../src-main/boot/core.ts';
import { openLanguageFile } from '../../src-main/headless/device-file.ts';
import { createRandom } from '../../src-practice/random.ts';
import { unwrap } from './practice-world.ts';

const CHILD = new URL('./settings-child.ts', import.meta.url).pathname;
const LANGUAGES = ['de', 'es', 'en'] as const;
/** What another part of the app keeps in the same file. */
const BOUNDS = { window: { bounds: { x: 1, y: 2, width: 3, height: 4 }, isMaximized: true } };

export interface SettingsKillTrial {
  readonly writes: number;
  readonly kills: number;
  readonly troubles: readonly string[];
}

/** So many writes of settings in a life each, killed after as many of them as the seed says. */
export async function runSettingsKillTrial(
  dataDir: string,
  seed: number,
  kills: number,
  rounds: number,
): Promise<SettingsKillTrial> {
  const random = createRandom(seed);
  const secretKey = randomBytes(32).toString('base64');
  mkdirSync(join(dataDir, 'window'), { recursive: true });
  const deviceFile = join(dataDir, 'window', 'device.json');
  writeFileSync(deviceFile, JSON.stringify(BOUNDS));
  const troubles: string[] = [];
  let writes = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const from = kill * rounds;
    const said = await killAfter(
      JSON.stringify({ dataDir, secretKey, from, rounds: rounds * 2 }),
      1 + random.below(rounds - 1),
    );
    const last = (word: string): number =>
      Number(said.findLast((line) => line.startsWith(word))?.split(' ')[1]);
    writes += said.length;
    // One may have been kept and not yet said.
    const core = unwrap(await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true }));
    const rule = core.engine.settings.list().find(({ key }) => key === 'poll.fastestSeconds')?.value;
    await core.close();
    const rules = [last('rule'), last('rule') + 1].map((round) => String(5 + (round % 50)));
    if (!rules.includes(rule ?? ''))
      troubles.push(`kill ${kill}: the rule is ${rule}, not ${rules.join(' or ')}`);
    const language = openLanguageFile(dataDir).read();
    const languages = [last('device'), last('device') + 1].map(
      (round) => LANGUAGES[round % LANGUAGES.length],
    );
    if (!languages.includes(language ?? undefined))
      troubles.push(`kill ${kill}: the language is ${language}, not ${languages.join(' or ')}`);
    const { window } = JSON.parse(readFileSync(deviceFile, 'utf8')) as typeof BOUNDS;
    if (JSON.stringify(window) !== JSON.stringify(BOUNDS.window))
      troubles.push(`kill ${kill}: the window is lost`);
  }
  return { writes, kills, troubles };
}

/** What the child said until it was killed. */
async function killAfter(order: string, rounds: number): Promise<string[]> {
  const child = spawn(process.execPath, [CHILD, order], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.on('data', (part: Buffer) => {
    said += String(part);
    if (said.split('\n').length > rounds * 2) child.kill('SIGKILL');
  });
  await ended;
  return said.split('\n').slice(0, -1);
}
