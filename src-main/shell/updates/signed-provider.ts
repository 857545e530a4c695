import type { AppUpdater, UpdateInfo } from 'electron-updater';
import {
  Provider,
  type ProviderRuntimeOptions,
  parseUpdateInfo,
  resolveFiles,
} from 'electron-updater/out/providers/Provider.js';
import { type FeedTaker, readFeed, type UpdateFeed } from './feed.ts';
import { Refusal } from './refusal.ts';

export interface SignedProviderDeps {
  /** The folder that feeds, signatures and files lie in; ends with a slash. */
  readonly url: URL;
  /** Asked anew for every check: channel and time change. */
  readonly taker: () => FeedTaker;
  /** Hears what was found good; null where the channel has no feed. */
  readonly onFeed: (feed: UpdateFeed | null) => void;
}

const NOT_THERE: UpdateInfo = { version: '0.0.0', files: [], path: '', sha512: '', releaseDate: '' };

/**
 * Where electron-updater gets what it knows: a feed that carries our signature. Its own checks differ by platform
 * (on Linux a hash out of the feed itself), this one is the same everywhere and comes before all of them.
 */
export function createSignedProvider({ url, taker, onFeed }: SignedProviderDeps) {
  return class SignedProvider extends Provider<UpdateInfo> {
    constructor(_options: unknown, _updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super(runtime);
    }
    /** electron-updater would send a number by which an installation can be told from others. */
    override setRequestHeaders(): void {
      super.setRequestHeaders(null);
    }
    async getLatestVersion(): Promise<UpdateInfo> {
      const wanted = taker();
      const name = `${wanted.channel === 'beta' ? this.getCustomChannelName('beta') : this.getDefaultChannelName()}.yml`;
      const text = await this.#read(name);
      onFeed(null);
      // A channel without a release is nothing to be told of.
      if (text === null) return NOT_THERE;
      const signature = await this.#read(`${name}.sig`);
      if (signature === null) throw new Refusal('UPDATE_UNSIGNED');
      const feed = readFeed(text, signature, (yaml) => parseUpdateInfo(yaml, name, url), wanted);
      onFeed(feed);
      const [first = { url: '', sha512: '' }] = feed.files;
      const { stagingPercentage, ...rest } = feed;
      return {
        ...rest,
        ...(stagingPercentage === undefined ? {} : { stagingPercentage }),
        path: first.url,
        sha512: first.sha512,
      };
    }
    resolveFiles(info: UpdateInfo) {
      return resolveFiles(info, url);
    }
    /** null where there is no such file. */
    async #read(name: string): Promise<string | null> {
      const address = new URL(name, url);
      // Something between here and the server may keep old answers.
      address.searchParams.set('at', taker().nowMs.toString(36));
      try {
        return (await this.httpRequest(address)) ?? '';
      } catch (error) {
        if (error instanceof Error && 'statusCode' in error && error.statusCode === 404) return null;
        throw error;
      }
    }
  };
}
