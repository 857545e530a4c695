import type { z } from 'zod';
import type { CHANNELS, ChannelName, OutputOf } from '../../src-preload/contract/channels.ts';
import type { Attempt } from '../engine/face.ts';

/** What a channel's payload is once it passed the gate. */
export type CheckedInput<C extends ChannelName> = z.output<(typeof CHANNELS)[C]['input']>;

export type Handler<C extends ChannelName> = (
  input: CheckedInput<C>,
) => Attempt<OutputOf<C>> | Promise<Attempt<OutputOf<C>>>;

/** One for every channel: a channel without a handler does not compile. */
export type Handlers = { readonly [C in ChannelName]: Handler<C> };
