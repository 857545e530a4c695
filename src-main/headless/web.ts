import { spawn } from 'node:child_process';
import type { Core } from '../boot/core.ts';
import { type DeviceLanguage, forgetfulLanguage } from '../ipc/device-language.ts';
import { type LoopbackOptions, openLoopback } from '../ipc/loopback.ts';
import { readPageFiles } from '../ipc/loopback-page.ts';
import { openWindowDesk, type WindowDesk, type WindowDeskDeps } from '../ipc/window-desk.ts';
import { createStaffActor } from './practice-actor.ts';
import type { Surroundings } from './surroundings.ts';

export interface PageOptions extends Pick<LoopbackOptions, 'random' | 'timers'> {
  /** 0 (the default) picks a free one. */
  readonly port?: number;
  /** The folder of the built page. */
  readonly pageDir: string;
  readonly language: DeviceLanguage;
}

export interface WebWindowOptions
  extends Pick<WindowDeskDeps, 'startPractice' | 'clock' | 'timers' | 'hostName'>,
    Omit<PageOptions, 'language' | 'timers'> {
  readonly core: Core;
  readonly version: string;
  readonly fetch: typeof fetch;
  /** Where absent, a choice of the language is forgotten at the end. */
  readonly language?: DeviceLanguage;
}

export interface WebWindow {
  /** With the token: whoever opens it is the window. The token is in the fragment, which browsers send nowhere. */
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the window for browsers of this computer. Rejects when the port is taken or the page is not built. */
export async function openWebWindow(options: WebWindowOptions): Promise<WebWindow> {
  const { core, clock, timers, startPractice, version } = options;
  const language = options.language ?? forgetfulLanguage();
  const desk = openWindowDesk({
    engine: core.engine,
    clock,
    timers,
    startPractice,
    actAsStaff: createStaffActor(core, options.fetch),
    tillLogin: core.tillLogin,
    language,
    ...(options.hostName === undefined ? {} : { hostName: options.hostName }),
    info: { version, platform: process.platform, isDesktop: false },
    support: core.support,
  });
  const page = await servePage(desk, { ...options, language });
  return {
    url: page.url,
    close: async () => {
      await page.close();
      await desk.close();
    },
  };
}

/** Serves the window of a desk that is there already; closing it leaves the desk. Rejects as `openWebWindow`. */
export async function servePage(
  desk: WindowDesk,
  { timers, random, pageDir, language, port = 0 }: PageOptions,
): Promise<WebWindow> {
  const files = readPageFiles(pageDir);
  const { origin, token, close } = await openLoopback({ desk, timers, random, files, language, port });
  return { url: `${origin}/#token=${token}`, close };
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
