import { spawn } from 'node:child_process';
import type { Core } from '../boot/core.ts';
import { type LoopbackOptions, openLoopback } from '../ipc/loopback.ts';
import { readPageFiles } from '../ipc/loopback-page.ts';
import { openWindowDesk, type WindowDeskDeps } from '../ipc/window-desk.ts';
import { createStaffActor } from './practice-actor.ts';
import type { Surroundings } from './surroundings.ts';

export interface WebWindowOptions
  extends Pick<WindowDeskDeps, 'startPractice' | 'clock' | 'timers' | 'hostName'>,
    Pick<LoopbackOptions, 'random'> {
  readonly core: Core;
  /** 0 (the default) picks a free one. */
  readonly port?: number;
  /** The folder of the built page. */
  readonly pageDir: string;
  readonly version: string;
  readonly fetch: typeof fetch;
}

export interface WebWindow {
  /** With the token: whoever opens it is the window. The token is in the fragment, which browsers send nowhere. */
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the window for browsers of this computer. Rejects when the port is taken or the page is not built. */
export async function openWebWindow(options: WebWindowOptions): Promise<WebWindow> {
  const { core, clock, timers, random, startPractice } = options;
  const files = readPageFiles(options.pageDir);
  const desk = openWindowDesk({
    engine: core.engine,
    clock,
    timers,
    startPractice,
    actAsStaff: createStaffActor(core, options.fetch),
    tillLogin: core.tillLogin,
    ...(options.hostName === undefined ? {} : { hostName: options.hostName }),
    info: { version: options.version, platform: process.platform, isDesktop: false },
  });
  const loopback = await openLoopback({ desk, timers, random, files, port: options.port ?? 0 });
  return {
    url: `${loopback.origin}/#token=${loopback.token}`,
    close: async () => {
      await loopback.close();
      await desk.close();
    },
  };
}

/**
 * Shows an address in the person's browser, where there is a screen to show it on.
 * @returns whether it was tried
 */
export function openBrowser(url: string, { platform, env }: Pick<Surroundings, 'platform' | 'env'>): boolean {
  const opener = chooseOpener(platform, env);
  if (!opener) return false;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // The address was printed: a computer without an opener loses nothing.
  child.once('error', () => undefined);
  child.unref();
  return true;
}

function chooseOpener(
  platform: NodeJS.Platform,
  env: Surroundings['env'],
): readonly [string, ...string[]] | null {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : null;
}
