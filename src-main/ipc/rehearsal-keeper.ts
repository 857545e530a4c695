import type { Engine } from '../engine/face.ts';
import { describeDefect } from '../log/crash-record.ts';
import { createLoopKeeper, type LoopKeeper } from './loop-keeper.ts';
import type { Publisher } from './publish.ts';
import { toRehearsalState } from './views/rehearsal-view.ts';

/** Goes on with a rehearsal while the program stays; one that was on before a rest goes on after it. */
export function createRehearsalKeeper({
  engine,
  publish,
}: {
  readonly engine: Pick<Engine, 'rehearsal' | 'records'>;
  readonly publish: Publisher['publish'];
}): LoopKeeper {
  const tell = (): void => publish('rehearsal:changed', toRehearsalState(engine.rehearsal.state()));
  return createLoopKeeper({
    // What refuses everything else is a rehearsal that is on.
    mayRun: () => engine.rehearsal.findRefusal() !== null,
    run: (signal) => engine.rehearsal.run({ signal, onChange: tell }),
    onDefect: (error) =>
      engine.records.note({
        level: 'error',
        action: 'bug',
        entity: 'rehearsal',
        message: describeDefect(error),
      }),
  });
}
