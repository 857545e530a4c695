import { describeFailure } from '../../../src-preload/contract/failures.ts';
import type { Core } from '../../boot/core.ts';
import type { Practice } from '../../boot/practice.ts';
import type { Attempt } from '../../engine/face.ts';
import type { Palette, Screen } from '../terminal/palette.ts';

/** What the demonstration plays with. */
export interface Stage {
  readonly practice: Practice;
  readonly core: Core;
  readonly screen: Screen;
  readonly paint: Palette;
  readonly clock: { monotonicMs(): number };
  readonly timers: { after(delayMs: number, callback: () => void): { cancel(): void } };
  readonly fetch: typeof fetch;
  /** Time to read what was said; none where nobody watches. */
  pause(): Promise<void>;
}

/** Something went wrong that ends the demonstration. */
export class DemoFailure extends Error {
  override readonly name = 'DemoFailure';
}

/** The value of what must not fail here. */
export function demand<Value>(attempt: Attempt<Value>): Value {
  if (attempt.ok) return attempt.value;
  const { message, hint, code } = describeFailure(attempt.failure);
  throw new DemoFailure(`${message} ${hint} ${code}`);
}

export const say = ({ screen }: Stage, ...lines: readonly string[]): void => {
  for (const line of lines) screen.write(`${line}\n`);
};

/** Begins the next scene. */
export async function announce(stage: Stage, title: string): Promise<void> {
  await stage.pause();
  say(stage, '', stage.paint.bold(stage.paint.cyan(title)));
}
