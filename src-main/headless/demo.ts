import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCore } from '../boot/core.ts';
import { startPractice } from '../boot/practice.ts';
import { createMachineClock, createMachineTimers } from '../runtime/machine.ts';
import { describeNextSteps, describeOwnTry } from './demo/farewell.ts';
import { DemoFailure, demand } from './demo/stage.ts';
import { playStory } from './demo/story.ts';
import { showInWindow } from './demo/window.ts';
import { createMachineSurroundings } from './machine-surroundings.ts';
import { createPalette, hasColours } from './terminal/palette.ts';

// The demonstration: a pizzeria's menu goes from a practice till to a practice store before one's eyes.

const LATENCY_MS = 60;
const PAUSE_MS = 900;
const SHOW_CURSOR = '\u001b[?25h';

const { stdout } = process;
const timers = createMachineTimers();
const paint = createPalette(hasColours(stdout, process.env));
const dataDir = mkdtempSync(join(tmpdir(), 'tillbridge-demo-'));
const secretKey = randomBytes(32).toString('base64');
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});

const practice = await startPractice({ menu: 'pizza', latencyMs: LATENCY_MS, work: 'measured' });
try {
  const end = await Promise.race([play(), stopped.then(() => 'stopped' as const)]);
  if (end === 'played' && stdout.isTTY) {
    say(describeNextSteps(practice, dataDir, secretKey, paint));
    await Promise.race([showInWindow({ dataDir, secretKey }, createMachineSurroundings()), stopped]);
    await stopped;
  } else if (end === 'played') {
    say(describeOwnTry(paint));
  }
} catch (error) {
  if (!(error instanceof DemoFailure)) throw error;
  process.stderr.write(`${paint.red('The demonstration stopped.')} ${error.message}\n`);
  process.exitCode = 1;
} finally {
  if (stdout.isTTY) stdout.write(SHOW_CURSOR);
  await practice.close();
  rmSync(dataDir, { recursive: true, force: true });
}
// Stopped in the middle, the story would go on looking for its servers.
process.exit();

function say(lines: readonly string[]): void {
  stdout.write(`${lines.join('\n')}\n`);
}

/** The story on a data folder of its own, which is free for the window afterwards. */
async function play(): Promise<'played'> {
  const core = demand(
    await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true, holder: 'demo' }),
  );
  try {
    const pause = (): Promise<void> => (stdout.isTTY ? timers.sleep(PAUSE_MS) : Promise.resolve());
    await playStory({
      practice,
      core,
      screen: stdout,
      paint,
      clock: createMachineClock(),
      timers,
      fetch,
      pause,
    });
    return 'played';
  } finally {
    await core.close();
  }
}
