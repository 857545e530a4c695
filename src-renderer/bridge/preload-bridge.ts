import type { Answer, Bridge } from '../../src-preload/contract/bridge.ts';
import { EVENT_NAMES } from '../../src-preload/contract/channel-names.ts';
import type { ChannelName, InputOf, OutputOf } from '../../src-preload/contract/channels.ts';
import { LOST_ANSWER } from './lost-answer.ts';
import { createHub, type WatchedBridge } from './watched-bridge.ts';

/** The bridge of the desktop window. It hears every event, since one count runs through all of them. */
export function openPreloadBridge(preload: Bridge): WatchedBridge {
  const hub = createHub('alive');
  for (const event of EVENT_NAMES) preload.listen(event, (value, seq) => hub.pass(event, seq, value));

  async function call<C extends ChannelName>(channel: C, input: InputOf<C>): Promise<Answer<OutputOf<C>>> {
    try {
      const answer = await preload.call(channel, input);
      hub.setState('alive');
      return answer;
    } catch {
      // The main process answers failures as values; what rejects here is the way to it.
      hub.setState('lost');
      return LOST_ANSWER;
    }
  }
  return { call, listen: hub.listen, watch: hub.watch };
}
