import type { EventName } from '../../src-preload/contract/channels.ts';
import type { ProgressShape } from '../../src-preload/contract/run-shapes.ts';
import type { StatusShape } from '../../src-preload/contract/shapes.ts';
import type { WindowDesk } from '../ipc/window-desk.ts';
import type { Ask } from './ask.ts';

/** Events that may change what the tray shows. */
const SHOWN: ReadonlySet<EventName> = new Set([
  'status:changed',
  'run:progress',
  'run:ended',
  'language:changed',
]);

export interface DeskWatchDeps {
  readonly desk: Pick<WindowDesk, 'join'>;
  readonly ask: Ask;
  readonly show: (status: StatusShape, progress: ProgressShape | null, troubledOrders: number) => void;
}

/** Follows the engine's events as a window does, for the tray. */
export function watchDesk({ desk, ask, show }: DeskWatchDeps): { refresh(): void; leave(): void } {
  let status: StatusShape | null = null;
  let progress: ProgressShape | null = null;
  let troubledOrders = 0;
  const refresh = (): void => {
    if (status) show(status, progress, troubledOrders);
  };
  const askOrders = async (): Promise<void> => {
    const answer = await ask('orders:needs', {});
    if (!answer.ok) return;
    troubledOrders = answer.value.lanes.person ?? 0;
    refresh();
  };
  const member = desk.join((event, _seq, value) => {
    if (event === 'status:changed') status = value as StatusShape;
    if (event === 'run:progress') progress = value as ProgressShape;
    if (event === 'run:ended') progress = null;
    if (event === 'orders:changed') void askOrders();
    if (SHOWN.has(event)) refresh();
  });
  void askOrders();
  void ask('status:get', {}).then((answer) => {
    if (answer.ok) status ??= answer.value;
    refresh();
  });
  return { refresh, leave: member.leave };
}
