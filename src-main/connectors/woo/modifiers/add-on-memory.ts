import type { AddOnSystem } from '../../../domain/modifier-adapters/adapter.ts';
import type { Clock } from '../../../engine/ports.ts';

/** A plugin that is switched on or off is noticed after so long, or by the next comparison of everything. */
const FRESH_MS = 60_000;

interface FoundAddOn {
  readonly system: AddOnSystem;
  readonly version: string;
}

/** What a shop said of its add-on systems, for whoever opens it next: the question is long work for it. */
export interface AddOnMemory {
  /** null where it is to be asked. */
  read(): readonly FoundAddOn[] | null;
  keep(found: readonly FoundAddOn[]): void;
  forget(): void;
}

export function createAddOnMemory(clock: Pick<Clock, 'monotonicMs'>): AddOnMemory {
  let kept: { readonly found: readonly FoundAddOn[]; readonly atMs: number } | null = null;
  return {
    read: () => (kept !== null && clock.monotonicMs() - kept.atMs < FRESH_MS ? kept.found : null),
    keep: (found) => {
      kept = { found, atMs: clock.monotonicMs() };
    },
    forget: () => {
      kept = null;
    },
  };
}
