import type { Core } from '../boot/core.ts';
import type { Attempt } from '../engine/face.ts';
import { findDataFolder } from './data-folder.ts';
import type { Input } from './input.ts';
import type { Surroundings } from './surroundings.ts';
import { createPalette, hasColours, type Palette } from './terminal/palette.ts';
import { createProgressLine, type ProgressLine } from './terminal/progress-line.ts';

/** What a command works with. */
export interface CommandContext {
  readonly input: Input;
  readonly surroundings: Surroundings;
  readonly isJson: boolean;
  /** Colours of standard error. */
  readonly paint: Palette;
  /** The engine on the data folder; opened at the first call, closed when the command is over. */
  openCore(): Promise<Attempt<Core>>;
  /** A remark on standard error; none with --quiet. */
  note(text: string): void;
  /** A progress line on standard error; a silent one where nobody looks. */
  openProgress(): ProgressLine;
}

export interface OpenContext extends CommandContext {
  close(): Promise<void>;
}

const SILENT_LINE: ProgressLine = { show: () => undefined, end: () => undefined };

export function createContext(input: Input, surroundings: Surroundings): OpenContext {
  const { stderr, env, clock, timers } = surroundings;
  const isQuiet = input.has('quiet');
  const paint = createPalette(hasColours(stderr, env));
  const isWatched = input.has('progress') || (stderr.isTTY === true && !isQuiet);
  let opened: Promise<Attempt<Core>> | null = null;
  const openCore = (): Promise<Attempt<Core>> => {
    opened ??= surroundings.openCore({
      dataDir: input.text('data') ?? findDataFolder(surroundings),
      secretKey: env.TILLBRIDGE_SECRET_KEY || null,
      nativeBinding: null,
      isWriter: input.command.isWriter ?? false,
      holder: input.command.name,
      cloverAppId: env.TILLBRIDGE_CLOVER_APP_ID || null,
    });
    return opened;
  };
  return {
    input,
    surroundings,
    isJson: input.has('json'),
    paint,
    openCore,
    note: (text) => {
      if (!isQuiet) stderr.write(`${text}\n`);
    },
    openProgress: () =>
      isWatched
        ? createProgressLine({
            screen: stderr,
            paint,
            monotonicMs: () => clock.monotonicMs(),
            after: (delayMs, callback) => timers.after(delayMs, callback),
          })
        : SILENT_LINE,
    close: async () => {
      const core = await opened;
      if (core?.ok) await core.value.close();
    },
  };
}
