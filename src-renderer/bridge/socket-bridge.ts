import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { ChannelName, EventName, InputOf, OutputOf } from '../../src-preload/contract/channels.ts';
import { LOST_ANSWER } from './lost-answer.ts';
import { createHub, type WatchedBridge } from './watched-bridge.ts';

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 8_000;
/** The server's word for a token that is not its own (`src-main/ipc/loopback-bridge.ts`). */
const REFUSED = 4401;

type Settle = (answer: Answer<never>) => void;
type Message = { id: number; answer: Answer<never> } | { event: EventName; seq: number; value: unknown };

/**
 * The bridge of a browser: `{id, channel, input}` is answered by `{id, answer}`, events come as `{event, seq, value}`.
 * A lost connection is opened again with growing waits; calls that it left unanswered answer that they are lost.
 */
export function openSocketBridge(url: string, token: string): WatchedBridge {
  const hub = createHub('opening');
  const unanswered = new Map<number, Settle>();
  /** Said before the first connection stood. */
  const unsent: string[] = [];
  let socket: WebSocket | null = null;
  let nextId = 1;
  let waitMs = FIRST_WAIT_MS;
  let isOpening = true;

  function connect(): void {
    const opening = new WebSocket(url);
    opening.addEventListener('open', () => {
      opening.send(JSON.stringify({ token }));
      for (const text of unsent.splice(0)) opening.send(text);
      socket = opening;
      isOpening = false;
      hub.forgetCount();
      hub.setState('alive');
    });
    opening.addEventListener('message', ({ data }) => {
      waitMs = FIRST_WAIT_MS;
      receive(JSON.parse(String(data)) as Message);
    });
    opening.addEventListener('close', ({ code }) => lose(code));
  }

  function receive(message: Message): void {
    if ('event' in message) {
      hub.pass(message.event, message.seq, message.value);
      return;
    }
    unanswered.get(message.id)?.(message.answer);
    unanswered.delete(message.id);
  }

  function lose(code: number): void {
    socket = null;
    isOpening = false;
    unsent.length = 0;
    for (const settle of unanswered.values()) settle(LOST_ANSWER);
    unanswered.clear();
    if (code === REFUSED) {
      hub.setState('refused');
      return;
    }
    hub.setState('lost');
    setTimeout(connect, waitMs);
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
  }

  function call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<Answer<OutputOf<C>>> {
    if (!socket && !isOpening) return Promise.resolve(LOST_ANSWER);
    const id = nextId;
    nextId += 1;
    const text = JSON.stringify({ id, channel, input });
    return new Promise((resolve) => {
      unanswered.set(id, resolve);
      if (socket) socket.send(text);
      else unsent.push(text);
    });
  }

  connect();
  return { call, listen: hub.listen, watch: hub.watch };
}
