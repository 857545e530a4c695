import type { Bridge } from '../../src-preload/contract/bridge.ts';
import type { EventName } from '../../src-preload/contract/channels.ts';

/** `refused`: this page may not speak to the engine, and trying again does not help. */
export type BridgeState = 'opening' | 'alive' | 'lost' | 'refused';

/** `hasMissed`: events may have been missed, so everything shown has to be asked for anew. */
export type HearState = (state: BridgeState, hasMissed: boolean) => void;

export interface WatchedBridge extends Bridge {
  /** Hears the state at once and at each change. Returns the way to stop. */
  watch(hear: HearState): () => void;
}

type Hear = (value: never, seq: number) => void;

/** Who listens for what, and the count that shows when an event was missed. */
export interface Hub extends Pick<WatchedBridge, 'listen' | 'watch'> {
  setState(state: BridgeState): void;
  /** A new connection counts its events anew. */
  forgetCount(): void;
  pass(event: EventName, seq: number, value: unknown): void;
}

export function createHub(initial: BridgeState): Hub {
  const hearers = new Map<EventName, Set<Hear>>();
  const watchers = new Set<HearState>();
  let state = initial;
  let lastSeq: number | null = null;
  const tell = (hasMissed: boolean): void => {
    for (const hear of watchers) hear(state, hasMissed);
  };
  return {
    listen: (event, hear) => {
      const heard = hearers.get(event) ?? new Set();
      hearers.set(event, heard);
      heard.add(hear);
      return () => void heard.delete(hear);
    },
    watch: (hear) => {
      watchers.add(hear);
      hear(state, state === 'alive');
      return () => void watchers.delete(hear);
    },
    setState: (next) => {
      if (next === state) return;
      state = next;
      tell(next === 'alive');
    },
    forgetCount: () => {
      lastSeq = null;
    },
    pass: (event, seq, value) => {
      const hasGap = lastSeq !== null && seq !== lastSeq + 1;
      lastSeq = seq;
      for (const hear of hearers.get(event) ?? []) hear(value as never, seq);
      if (hasGap) tell(true);
    },
  };
}
