import type { PowerMonitor } from 'electron';

export interface PowerDeps {
  readonly onSleep: () => void;
  readonly onWake: () => void;
  readonly onShutdown: () => void;
}

/** Tells when the computer goes to sleep, wakes up, or is shut down. */
export function watchPower(
  monitor: Pick<PowerMonitor, 'on'>,
  { onSleep, onWake, onShutdown }: PowerDeps,
): void {
  monitor.on('suspend', onSleep);
  monitor.on('resume', onWake);
  // Asked to wait (Linux, macOS), so that the data file is closed in order; Windows ends the session by a window event.
  monitor.on('shutdown', ((event?: { preventDefault(): void }) => {
    event?.preventDefault();
    onShutdown();
  }) as () => void);
}
