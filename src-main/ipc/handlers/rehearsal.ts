import type { InputOf } from '../../../src-preload/contract/channels.ts';
import { type HeldFilter, succeed } from '../../engine/face.ts';
import type { Handlers } from '../handler.ts';
import type { HandlerDeps } from '../handler-deps.ts';
import { createRehearsalKeeper } from '../rehearsal-keeper.ts';
import { createFieldView } from '../views/field-value.ts';
import { toHeldWrite, toRehearsalState } from '../views/rehearsal-view.ts';

type Channels =
  | 'rehearsal:get'
  | 'rehearsal:start'
  | 'rehearsal:stop'
  | 'rehearsal:list'
  | 'rehearsal:exportCsv';

const STARTING = { name: 'the beginning of a rehearsal', runId: null };

/** What windows may ask of a rehearsal, and what goes on with one while the program stays. */
export interface Rehearsals {
  readonly handlers: Pick<Handlers, Channels>;
  /** Goes on with one that is on since an earlier start. */
  start(): void;
  close(): Promise<void>;
}

export function createRehearsals({ engine, session, publish, recovery }: HandlerDeps): Rehearsals {
  const { rehearsal } = engine;
  const keeper = createRehearsalKeeper({ engine, publish });
  const tell = () => {
    const state = toRehearsalState(rehearsal.state());
    publish('rehearsal:changed', state);
    return succeed(state);
  };
  return {
    start: () => {
      if (recovery?.readMode().safe == null) keeper.start();
    },
    close: keeper.close,
    handlers: {
      'rehearsal:get': () => succeed(toRehearsalState(rehearsal.state())),
      'rehearsal:start': async () => {
        // What is being written is written to its end first: the copy is of a moment at which nothing is under way.
        const started = await session.work(STARTING, () => rehearsal.start());
        if (!started.ok) return started;
        keeper.start();
        return tell();
      },
      'rehearsal:stop': async () => {
        await keeper.rest(() => rehearsal.stop());
        return tell();
      },
      'rehearsal:list': (input) => {
        const { writes, total } = rehearsal.list(readFilter(input));
        const view = createFieldView(rehearsal.categoryNames());
        return succeed({ writes: writes.map((write) => toHeldWrite(write, view)), total });
      },
      'rehearsal:exportCsv': () => succeed({ text: rehearsal.exportCsv() }),
    },
  };
}

const readFilter = ({ side, kind, flag, search, limit, offset }: InputOf<'rehearsal:list'>): HeldFilter => ({
  limit,
  offset,
  ...(side === undefined ? {} : { side }),
  ...(kind === undefined ? {} : { kind }),
  ...(flag === undefined ? {} : { flag }),
  ...(search === undefined ? {} : { search }),
});
