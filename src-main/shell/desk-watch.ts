import type { ProgressShape, RunResultShape, StatusShape } from '../../src-preload/contract/shapes.ts';
import type { WindowDesk } from '../ipc/window-desk.ts';
import { describeRunEnd, type Note } from './notifications.ts';
import type { Ask } from './sync-control.ts';

export interface DeskWatchDeps {
  readonly desk: Pick<WindowDesk, 'join'>;
  readonly ask: Ask;
  readonly tell: (note: Note) => void;
  readonly show: (status: StatusShape, progress: ProgressShape | null) => void;
}

/** Follows the engine's events as a window does, for the tray and the notifications. */
export function watchDesk({ desk, ask, tell, show }: DeskWatchDeps): { refresh(): void; leave(): void } {
  let status: StatusShape | null = null;
  let progress: ProgressShape | null = null;
  const refresh = (): void => {
    if (status) show(status, progress);
  };
  const member = desk.join((event, _seq, value) => {
    if (event === 'status:changed') status = value as StatusShape;
    if (event === 'run:progress') progress = value as ProgressShape;
    if (event === 'run:ended') {
      progress = null;
      const note = describeRunEnd(value as RunResultShape);
      if (note) tell(note);
    }
    if (event !== 'products:changed' && event !== 'log:changed') refresh();
  });
  void ask('status:get', {}).then((answer) => {
    if (answer.ok) status ??= answer.value;
    refresh();
  });
  return { refresh, leave: member.leave };
}
