import type { Readable } from 'node:stream';
import type { openCore } from '../boot/core.ts';
import type { startPractice } from '../boot/practice.ts';
import type { Screen } from './terminal/palette.ts';

export interface Keyboard extends Readable {
  readonly isTTY?: boolean;
}

/** The machine as a command sees it: all of it handed in, so that a test brings its own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly homeDir: string;
  /** What other PCs of the shop call this one. */
  readonly hostName: string;
  readonly stdin: Keyboard;
  readonly stdout: Screen;
  readonly stderr: Screen;
  readonly clock: { nowMs(): number; monotonicMs(): number };
  readonly timers: { after(delayMs: number, callback: () => void): { cancel(): void } };
  readonly openCore: typeof openCore;
  readonly startPractice: typeof startPractice;
  readonly readVersion: () => string;
  readonly readFile: (path: string) => string;
  readonly writeFile: (path: string, text: string) => void;
  /** For nobody else to read. */
  readonly writeBytes: (path: string, bytes: Uint8Array) => void;
  readonly fetch: typeof fetch;
  /** Shows an address in the person's browser. @returns whether there is a screen to show it on */
  readonly openBrowser: (address: string) => Promise<boolean>;
  /** Calls back each time a person (Ctrl-C) or the system (SIGTERM) asks to stop, until released. */
  onStop(listener: () => void): { release(): void };
  /** Calls back with each error that nobody has caught, until released; the program goes on. */
  onDefect(listener: (error: unknown) => void): { release(): void };
  /** Ends the program at once. */
  quit(exitCode: number): void;
}
