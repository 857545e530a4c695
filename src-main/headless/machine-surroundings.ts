import { readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { readAppVersion } from '../boot/app-version.ts';
import { createMachineClock, createMachineTimers } from '../runtime/machine.ts';
import type { Surroundings } from './surroundings.ts';
import { showInBrowser } from './system-browser.ts';

/** This machine. The engine and the practice servers are loaded when a command needs them. */
export const createMachineSurroundings = (): Surroundings => ({
  env: process.env,
  platform: process.platform,
  homeDir: homedir(),
  hostName: hostname(),
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  clock: createMachineClock(),
  timers: createMachineTimers(),
  openCore: async (options) => (await import('../boot/core.ts')).openCore(options),
  startPractice: async (options) => (await import('../boot/practice.ts')).startPractice(options),
  readVersion: readAppVersion,
  readFile: (path) => readFileSync(path, 'utf8'),
  writeFile: (path, text) => writeFileSync(path, text),
  writeBytes: (path, bytes) => writeFileSync(path, bytes, { mode: 0o600 }),
  fetch,
  openBrowser: (address) => showInBrowser(address, process),
  onStop: (listener) => {
    const signals = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of signals) process.on(signal, listener);
    return {
      release: () => {
        for (const signal of signals) process.off(signal, listener);
      },
    };
  },
  onDefect: (listener) => {
    const kinds = ['uncaughtException', 'unhandledRejection'] as const;
    for (const kind of kinds) process.on(kind, listener);
    return {
      release: () => {
        for (const kind of kinds) process.off(kind, listener);
      },
    };
  },
  quit: (exitCode) => process.exit(exitCode),
});
