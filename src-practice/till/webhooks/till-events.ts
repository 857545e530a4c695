import type { PracticeClock } from '../../clock.ts';
import type { AppEvent, EventType, Topic } from './topic.ts';

export type EventData = Readonly<Record<string, string | number | boolean>>;

/** What happens at the till, for whoever sends it on; where no app is installed nobody listens, and telling costs nothing. */
export interface TillEvents {
  tell(topic: Topic, id: string, type: EventType, data?: EventData): void;
  /** Returns what ends it. */
  listen(listener: (topic: Topic, event: AppEvent) => void): () => void;
}

/** Opens the feed. */
export function createTillEvents(clock: PracticeClock): TillEvents {
  const listeners = new Set<(topic: Topic, event: AppEvent) => void>();
  return {
    tell: (topic, id, type, data) => {
      if (listeners.size === 0) return;
      const nowMs = clock.nowMs();
      const event: AppEvent = { objectId: `${topic}:${id}`, type, ts: nowMs - (nowMs % 1000), ...data };
      for (const listener of listeners) listener(topic, event);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
