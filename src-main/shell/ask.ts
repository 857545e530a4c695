import type { Answer } from '../../src-preload/contract/bridge.ts';
import type { ChannelName, InputOf, OutputOf } from '../../src-preload/contract/channels.ts';

/** Asks the engine through the same gate as the window. */
export type Ask = <C extends ChannelName>(channel: C, input: InputOf<C>) => Promise<Answer<OutputOf<C>>>;
