import type { z } from 'zod';
import type { Answer } from '../../src-preload/contract/bridge.ts';
import { CHANNELS, type ChannelName } from '../../src-preload/contract/channels.ts';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { findDataFailure, isLeftOver } from '../domain/data-failure.ts';
import { createFailure, type Failure } from '../domain/failure.ts';
import type { Attempt, Records } from '../engine/face.ts';
import { describeDefect } from '../log/crash-record.ts';
import type { Handlers } from './handler.ts';

const LONGEST_DETAIL = 300;

/** A window that a transport has let in. Only the very object that `admit` gave is known at the gate. */
export interface Caller {
  readonly name: string;
}

export interface Gate {
  admit(name: string): Caller;
  dismiss(caller: Caller): void;
  /** Always answers, whatever it is given: a value, or a failure in words. */
  answer(caller: Caller, channel: unknown, input: unknown): Promise<Answer<unknown>>;
}

export interface GateOptions {
  describeFailure(failure: Failure): FailureShape;
  readonly journal: Records['note'];
  /** Why a channel may not be used now; null while it may. */
  findRefusal?(channel: ChannelName): Failure | null;
  /** Hears of trouble with the data file that a call has met. */
  onDataFailure?(error: unknown): void;
}

/** Every call of every window passes here: who asks, for what, with what; and every failure leaves in words. */
export function createGate(handlers: Handlers, options: GateOptions): Gate {
  const { describeFailure, journal } = options;
  const callers = new WeakSet<Caller>();
  const refuse = (failure: Failure): Answer<never> => ({ ok: false, failure: describeFailure(failure) });
  return {
    admit: (name) => {
      const caller = { name };
      callers.add(caller);
      return caller;
    },
    dismiss: (caller) => void callers.delete(caller),
    answer: async (caller, channel, input) => {
      if (!callers.has(caller)) return refuse(createFailure('IPC_REFUSED_CALLER'));
      if (!isChannel(channel))
        return refuse(createFailure('IPC_UNKNOWN_CHANNEL', { channel: nameChannel(channel) }));
      const checked = CHANNELS[channel].input.safeParse(input);
      if (!checked.success)
        return refuse(createFailure('IPC_BAD_PAYLOAD', { channel, why: explain(checked.error) }));
      const refusal = options.findRefusal?.(channel);
      if (refusal) return refuse(refusal);
      try {
        const handle = handlers[channel] as (input: unknown) => Attempt<unknown> | Promise<Attempt<unknown>>;
        const attempt = await handle(checked.data);
        if (!attempt.ok) return refuse(attempt.failure);
        if (attempt.value === undefined) throw new Error('the handler answered nothing');
        return { ok: true, value: attempt.value };
      } catch (error) {
        const failure = findDataFailure(error);
        if (failure) {
          options.onDataFailure?.(error);
          return refuse(failure);
        }
        // The engine was left while the call was under way, and its log is closed too.
        if (isLeftOver(error)) return refuse(createFailure('ENGINE_RENEWED'));
        journal({ level: 'error', action: 'bug', entity: channel, message: describeDefect(error) });
        return refuse(createFailure('BUG', { where: channel }));
      }
    },
  };
}

const isChannel = (channel: unknown): channel is ChannelName =>
  typeof channel === 'string' && Object.hasOwn(CHANNELS, channel);

const nameChannel = (channel: unknown): string => (typeof channel === 'string' ? channel.slice(0, 40) : '');

/** The first thing wrong: where it is and what it should be; never the value, which may be a secret. */
function explain(error: z.ZodError): string {
  const [issue] = error.issues;
  if (!issue) return '';
  const place = issue.path.map(String).join('.').slice(0, LONGEST_DETAIL);
  return `${place === '' ? '' : `${place}: `}${issue.message}`.slice(0, LONGEST_DETAIL);
}
