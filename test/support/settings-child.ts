import { openCore } from '../../src-main/boot/core.ts';
import { openLanguageFile } from '../../src-main/headless/device-file.ts';

/** Changes a rule of the shop and a preference of this computer again and again, and says each that is kept. */
interface Order {
  readonly dataDir: string;
  readonly secretKey: string;
  readonly from: number;
  readonly rounds: number;
}

const LANGUAGES = ['de', 'es', 'en'] as const;

const { dataDir, secretKey, from, rounds } = JSON.parse(process.argv[2] ?? '') as Order;
const core = await openCore({ dataDir, secretKey, nativeBinding: null, isWriter: true });
if (!core.ok) throw new Error(core.failure.code);
const device = openLanguageFile(dataDir);
for (let round = from; round < from + rounds; round += 1) {
  const set = core.value.engine.settings.set({ 'poll.fastestSeconds': String(5 + (round % 50)) });
  if (!set.ok) throw new Error(set.failure.code);
  process.stdout.write(`rule ${round}\n`);
  device.keep(LANGUAGES[round % LANGUAGES.length] ?? 'en');
  process.stdout.write(`device ${round}\n`);
}
await core.value.close();
