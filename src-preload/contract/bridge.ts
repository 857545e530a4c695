import type { ChannelName, EventName, EventOf, InputOf, OutputOf } from './channels.ts';
import type { FailureShape } from './shapes.ts';

/** What every call answers. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: FailureShape };

/** The engine as the page reaches it, through the preload or a loopback websocket. */
export interface Bridge {
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<Answer<OutputOf<C>>>;
  /** `seq` counts all events of this connection from 1. Returns the way to stop. */
  listen<E extends EventName>(event: E, hear: (value: EventOf<E>, seq: number) => void): () => void;
}
