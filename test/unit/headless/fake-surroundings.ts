import { PassThrough, type Readable } from 'node:stream';
import type { Core } from '../../../src-main/boot/core.ts';
import type { Failure } from '../../../src-main/domain/failure.ts';
import type { Engine } from '../../../src-main/engine/face.ts';
import { runCommandLine } from '../../../src-main/headless/command-line.ts';
import type { Surroundings } from '../../../src-main/headless/surroundings.ts';

export interface FakeScreen {
  readonly isTTY: boolean;
  readonly columns: number;
  text: string;
  write(text: string): boolean;
}

export function createFakeScreen(isTTY = false, columns = 80): FakeScreen {
  const screen: FakeScreen = {
    isTTY,
    columns,
    text: '',
    write: (text) => {
      screen.text += text;
      return true;
    },
  };
  return screen;
}

export interface FakeMachine {
  readonly surroundings: Surroundings;
  readonly stdout: FakeScreen;
  readonly stderr: FakeScreen;
  /** How often and with what the data folder was opened, and whether it was closed. */
  readonly opened: { readonly dataDir: string; readonly isWriter: boolean }[];
  readonly closed: { count: number };
  /** Presses Ctrl-C. */
  interrupt(): void;
  readonly quits: number[];
  /** What was written, by path. */
  readonly written: Map<string, string>;
  run(...argv: readonly string[]): Promise<number>;
}

export interface FakeMachineOptions {
  readonly engine?: Partial<Engine>;
  readonly env?: Surroundings['env'];
  readonly isTerminal?: boolean;
  /** What stands on standard input; null leaves it open and silent. */
  readonly input?: string | null;
  readonly files?: Readonly<Record<string, string>>;
  readonly open?: Surroundings['openCore'];
  /** Why nothing can be written in the data folder. */
  readonly writeTrouble?: Failure;
}

/** A machine without a disk or a clock, and an engine that knows what the test gives it. */
export function createFakeMachine(options: FakeMachineOptions = {}): FakeMachine {
  const { engine = {}, env = {}, isTerminal = false, input = '', files = {} } = options;
  const stdout = createFakeScreen(isTerminal);
  const stderr = createFakeScreen(isTerminal);
  const opened: { dataDir: string; isWriter: boolean }[] = [];
  const closed = { count: 0 };
  const listeners = new Set<() => void>();
  const quits: number[] = [];
  const written = new Map<string, string>();
  let nowMs = 0;
  const core: Core = {
    engine: { rehearsal: { findRefusal: () => null }, ...engine } as unknown as Engine,
    tillLogin: {} as Core['tillLogin'],
    support: { findWriteTrouble: () => options.writeTrouble ?? null } as Core['support'],
    drop: () => undefined,
    practiceKeys: async () => ({ till: null, store: null }),
    close: async () => {
      closed.count += 1;
    },
  };
  const surroundings: Surroundings = {
    env,
    platform: 'linux',
    homeDir: '/home/shop',
    hostName: 'office',
    stdin: Object.assign(createStdin(input), { isTTY: isTerminal }),
    stdout,
    stderr,
    clock: { nowMs: () => nowMs, monotonicMs: () => (nowMs += 10) },
    timers: {
      after: (_delayMs, callback) => {
        const timer = setImmediate(callback);
        return { cancel: () => clearImmediate(timer) };
      },
    },
    openCore:
      options.open ??
      (async ({ dataDir, isWriter }) => {
        opened.push({ dataDir, isWriter });
        return { ok: true, value: core };
      }),
    startPractice: () => Promise.reject(new Error('no practice servers here')),
    readVersion: () => '1.2.3',
    readFile: (path) => {
      const text = files[path];
      if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      return text;
    },
    writeFile: (path, text) => {
      if (!path.endsWith('.csv')) throw Object.assign(new Error('no'), { code: 'EACCES' });
      written.set(path, text);
    },
    fetch: () => Promise.reject(new TypeError('no network here')),
    openBrowser: async () => false,
    onStop: (listener) => {
      listeners.add(listener);
      return { release: () => listeners.delete(listener) };
    },
    onDefect: () => ({ release: () => undefined }),
    writeBytes: (path, bytes) => {
      if (!path.endsWith('.zip')) throw Object.assign(new Error('no'), { code: 'EACCES' });
      written.set(path, Buffer.from(bytes).toString('base64'));
    },
    quit: (exitCode) => quits.push(exitCode),
  };
  return {
    surroundings,
    stdout,
    stderr,
    opened,
    closed,
    quits,
    written,
    interrupt: () => {
      for (const listener of listeners) listener();
    },
    run: (...argv) => runCommandLine(argv, surroundings),
  };
}

function createStdin(input: string | null): Readable {
  const stdin = new PassThrough();
  if (input !== null) stdin.end(input);
  return stdin;
}
