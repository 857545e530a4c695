import { z } from 'zod';
import { type UpdateChannelShape, updateChannel } from '../../../src-preload/contract/update-channels.ts';
import { Refusal } from './refusal.ts';
import { isSigned } from './signature.ts';

/** SemVer without build metadata: two builds of one version would be neither older nor newer. */
const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$/;
/** A file beside the feed: no path and no other server. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const SHA512 = /^[A-Za-z0-9+/]{86}==$/;
const MOST_FILES = 20;
const LONGEST_NOTES = 20_000;

const feedShape = z.object({
  version: z.string().regex(VERSION),
  channel: updateChannel,
  platform: z.enum(['win32', 'darwin', 'linux']),
  expires: z.iso.datetime(),
  files: z
    .array(
      z.object({
        url: z.string().regex(FILE_NAME),
        sha512: z.string().regex(SHA512),
        size: z.number().int().positive(),
      }),
    )
    .min(1)
    .max(MOST_FILES),
  releaseDate: z.iso.datetime(),
  releaseNotes: z.string().max(LONGEST_NOTES).default(''),
  /** How many installations of a hundred may have it; all where absent. */
  stagingPercentage: z.number().int().min(0).max(100).optional(),
});

/** What the maker has signed: one version for one channel and platform, and the files that are it. */
export type UpdateFeed = z.infer<typeof feedShape>;

/** For whom a feed must be. */
export interface FeedTaker {
  readonly keys: readonly string[];
  readonly channel: UpdateChannelShape;
  readonly platform: string;
  readonly version: string;
  readonly nowMs: number;
  /** Below 0 where this version is older than that one. */
  readonly compareTo: (version: string) => number;
}

/**
 * The feed, if it may be taken. Nothing in it is read before its signature is found good.
 * @param parse reads YAML
 * @throws Refusal with what is wrong with it
 */
export function readFeed(
  text: string,
  signature: string,
  parse: (text: string) => unknown,
  taker: FeedTaker,
): UpdateFeed {
  if (!isSigned(text, signature, taker.keys)) throw new Refusal('UPDATE_UNSIGNED');
  const feed = parseFeed(text, parse);
  if (feed.channel !== taker.channel || feed.platform !== taker.platform)
    throw new Refusal('UPDATE_OTHER_PLACE');
  // An old feed that is offered for ever would keep everybody on a version with a known hole.
  if (Date.parse(feed.expires) <= taker.nowMs)
    throw new Refusal('UPDATE_EXPIRED', { until: feed.expires.slice(0, 10) });
  const isOlder = taker.compareTo(feed.version) > 0;
  // Who leaves the beta channel waits until stable has caught up.
  const isAhead = taker.channel === 'stable' && taker.version.includes('-');
  if (isOlder && !isAhead)
    throw new Refusal('UPDATE_OLDER', { offered: feed.version, version: taker.version });
  return feed;
}

function parseFeed(text: string, parse: (text: string) => unknown): UpdateFeed {
  let parsed: unknown;
  try {
    parsed = parse(text);
  } catch {
    throw new Refusal('UPDATE_ODD');
  }
  const checked = feedShape.safeParse(parsed);
  if (checked.success) return checked.data;
  throw new Refusal('UPDATE_ODD', { detail: checked.error.issues[0]?.path.join('.') ?? '' });
}
