import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { ChannelName, EventName, InputOf } from '../../src-preload/contract/channels.ts';

export interface HeardEvent {
  readonly event: EventName;
  readonly seq: number;
  readonly value: unknown;
}

/** A window's end of the bridge. */
export interface BridgeClient {
  readonly socket: WebSocket;
  readonly events: readonly HeardEvent[];
  call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<Answer<unknown>>;
  /** Anything at all, as it is. */
  ask(channel: unknown, input: unknown): Promise<Answer<unknown>>;
  close(): void;
}

export interface BridgeHeaders {
  readonly origin?: string;
  readonly host?: string;
  readonly protocol?: string;
}

/** Opens `/bridge`; rejects with the HTTP status when it is refused. */
export async function openBridge(origin: string, headers: BridgeHeaders): Promise<BridgeClient> {
  const socket = new WebSocket(
    `${origin.replace('http', 'ws')}/bridge`,
    headers.protocol === undefined ? [] : [headers.protocol],
    {
      headers: {
        ...(headers.origin === undefined ? {} : { origin: headers.origin }),
        ...(headers.host === undefined ? {} : { host: headers.host }),
      },
    },
  );
  const client = createClient(socket);
  await once(socket, 'open');
  return client;
}

function createClient(socket: WebSocket): BridgeClient {
  const events: HeardEvent[] = [];
  const asked = new Map<number, (answer: Answer<unknown>) => void>();
  let newest = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data)) as
      | HeardEvent
      | { readonly id: number; readonly answer: Answer<unknown> };
    if ('event' in message) {
      events.push(message);
      return;
    }
    asked.get(message.id)?.(message.answer);
    asked.delete(message.id);
  });
  const ask = (channel: unknown, input: unknown): Promise<Answer<unknown>> => {
    newest += 1;
    const id = newest;
    socket.send(JSON.stringify({ id, channel, input }));
    return new Promise((resolve) => void asked.set(id, resolve));
  };
  return { socket, events, call: ask, ask, close: () => socket.terminate() };
}
