import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openRooms } from '../../src-main/headless/room.ts';
import { openLastingEngine } from '../../src-main/ipc/recovery/lasting-engine.ts';
import { openCrashFile } from '../../src-main/log/crash-file.ts';
import { createMachineClock, createMachineTimers } from '../../src-main/runtime/machine.ts';

/** The app as `npm start` runs it, in a process of its own: it syncs, takes orders, and answers windows by messages. */
interface Order {
  readonly dataDir: string;
  readonly secretKey: string;
}

interface Question {
  readonly id: number;
  readonly channel: string;
  readonly input: unknown;
}

const LONGEST_HELD = 'test:longestHeld';

const { dataDir, secretKey } = JSON.parse(process.argv[2] ?? '') as Order;
const [clock, timers] = [createMachineClock(), createMachineTimers()];
const crashes = openCrashFile(dataDir);
const opened = await openLastingEngine({
  openRoom: openRooms({ dataDir, secretKey, nativeBinding: null, holder: 'browser', crashes }, () => ({
    clock,
    timers,
    actAsStaff: async () => ({ ok: true, value: { what: 'Nothing' } }),
    info: { version: '1.2.3', platform: 'test', isDesktop: false },
  })),
  startPractice: () => Promise.reject(new Error('nobody practises here')),
  crashes,
  clock,
  timers,
  version: '1.2.3',
  isSafe: false,
});
if (!opened.ok) {
  process.send?.({ failure: opened.failure.code });
  process.disconnect();
} else {
  const lasting = opened.value;
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => lasting.crash(error));
  const caller = lasting.desk.admit('window');
  const held = monitorEventLoopDelay({ resolution: 5 });
  held.enable();
  process.on('message', ({ id, channel, input }: Question) => {
    if (channel === LONGEST_HELD) {
      process.send?.({ id, answer: { ok: true, value: held.max / 1e6 } });
      held.reset();
      return;
    }
    void lasting.desk.answer(caller, channel, input).then((answer) => process.send?.({ id, answer }));
  });
  const end = (): void => void lasting.close().then(() => process.exit(0));
  process.on('SIGTERM', end);
  process.on('disconnect', end);
  process.send?.({ failure: null });
}
