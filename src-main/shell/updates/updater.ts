import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { AppUpdater, BaseUpdater } from 'electron-updater';
import type { UpdateChannelShape } from '../../../src-preload/contract/update-channels.ts';
import type { Clock, Timers } from '../../engine/ports.ts';
import type { FeedTaker, UpdateFeed } from './feed.ts';
import { Refusal } from './refusal.ts';
import type { UpdateSource } from './update-source.ts';

/** What can be had. */
export interface Offer {
  readonly version: string;
  readonly notes: string;
  readonly releasedMs: number;
}

/** Finds, fetches and installs what our key has signed. */
export interface Updater {
  /** @returns null where there is nothing newer for this computer. @throws Refusal, or a network's error */
  check(): Promise<Offer | null>;
  /** Fetches what the last check has found. @throws Refusal where it is not the signed file, or a network's error */
  download(onPercent: (percent: number) => void): Promise<void>;
  /**
   * Hands over to the system's installer; the program is to end at once after that.
   * @throws Refusal where the file is no longer the signed one, or the system did not let it
   */
  install(isRestart: boolean): Promise<void>;
}

/** It unpacks some hundred megabytes; the engine rests meanwhile. */
const LONGEST_MAC_MS = 120_000;

export interface UpdaterDeps {
  /** Reading it takes a tenth of a second, so that is left until the first check. */
  readonly load: () => Promise<AppUpdater>;
  readonly source: UpdateSource;
  readonly version: string;
  readonly platform: string;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly timers: Pick<Timers, 'after'>;
  readonly readChannel: () => UpdateChannelShape;
}

/** electron-updater with our provider before it and our check of the file behind it. */
export function createUpdater(deps: UpdaterDeps): Updater {
  const { load, platform, timers } = deps;
  let feed: UpdateFeed | null = null;
  /** What lies ready, by the feed that it was fetched by: a later one may be refused. */
  let ready: { readonly file: string; readonly feed: UpdateFeed } | null = null;
  let lastError = '';
  const open = async (): Promise<AppUpdater> => {
    const [autoUpdater, { createSignedProvider }] = await Promise.all([
      load(),
      import('./signed-provider.ts'),
    ]);
    prepare(autoUpdater, deps);
    const onFeed = (read: UpdateFeed | null): void => {
      feed = read;
    };
    const updateProvider = createSignedProvider({
      url: deps.source.url,
      onFeed,
      taker: () => describeTaker(deps, autoUpdater),
    });
    autoUpdater.setFeedURL({ provider: 'custom', updateProvider });
    autoUpdater.on('error', (error) => {
      lastError = error.message;
    });
    return autoUpdater;
  };
  let opened: Promise<AppUpdater> | null = null;
  const getUpdater = (): Promise<AppUpdater> => {
    opened ??= open();
    return opened;
  };
  return {
    check: async () => {
      const found = await (await getUpdater()).checkForUpdates();
      if (!found?.isUpdateAvailable || feed === null) return null;
      return { version: feed.version, notes: feed.releaseNotes, releasedMs: Date.parse(feed.releaseDate) };
    },
    download: async (onPercent) => {
      const autoUpdater = await getUpdater();
      const hear = ({ percent }: { readonly percent: number }): void => onPercent(Math.floor(percent));
      const wanted = feed;
      autoUpdater.on('download-progress', hear);
      try {
        const [file] = await autoUpdater.downloadUpdate();
        ready = file === undefined || wanted === null ? null : { file, feed: wanted };
      } finally {
        autoUpdater.off('download-progress', hear);
      }
      await expectSigned(ready);
    },
    install: async (isRestart) => {
      // Since the download it lay where every program of this person can write.
      await expectSigned(ready);
      lastError = '';
      const autoUpdater = await getUpdater();
      if (platform === 'darwin') return await leaveToMac(autoUpdater, timers);
      const isBegun = (autoUpdater as BaseUpdater).install(true, isRestart);
      if (!isBegun) throw new Refusal('UPDATE_NOT_INSTALLED', { detail: lastError.slice(0, 120) });
    },
  };
}

/** macOS takes the file in, and then ends the app by itself. @throws Refusal where it does not */
function leaveToMac(autoUpdater: AppUpdater, timers: UpdaterDeps['timers']): Promise<never> {
  return new Promise((_resolve, reject) => {
    const refuse = (detail: string): void =>
      reject(new Refusal('UPDATE_NOT_INSTALLED', { detail: detail.slice(0, 120) }));
    autoUpdater.once('error', ({ message }) => refuse(message));
    timers.after(LONGEST_MAC_MS, () => refuse('macOS did not answer'));
    autoUpdater.quitAndInstall();
  });
}

function prepare(autoUpdater: AppUpdater, { source }: UpdaterDeps): void {
  autoUpdater.logger = null;
  // The desk says when, and looks at the file first.
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.autoRunAppAfterInstall = true;
  // A whole file has one hash to be checked by.
  autoUpdater.disableDifferentialDownload = true;
  autoUpdater.disableWebInstaller = true;
  autoUpdater.allowDowngrade = false;
  if (source.config !== null) {
    autoUpdater.forceDevUpdateConfig = true;
    autoUpdater.updateConfigPath = source.config;
  }
}

const describeTaker = (
  { source, version, platform, clock, readChannel }: UpdaterDeps,
  { currentVersion }: AppUpdater,
): FeedTaker => ({
  keys: source.keys,
  channel: readChannel(),
  platform,
  version,
  nowMs: clock.nowMs(),
  compareTo: (other) => currentVersion.compare(other),
});

/** @throws Refusal unless the file is, to the byte, one of the feed's */
async function expectSigned(
  ready: { readonly file: string; readonly feed: UpdateFeed } | null,
): Promise<void> {
  if (ready === null) throw new Refusal('UPDATE_NOT_READY');
  const { file, feed } = ready;
  const hash = createHash('sha512');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    throw new Refusal('UPDATE_FILE_DAMAGED', { version: feed.version });
  }
  const sha512 = hash.digest('base64');
  if (!feed.files.some((signed) => signed.sha512 === sha512))
    throw new Refusal('UPDATE_FILE_DAMAGED', { version: feed.version });
}
