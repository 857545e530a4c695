import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { parseUpdateInfo } from 'electron-updater/out/providers/Provider.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeedTaker, readFeed } from '../../../src-main/shell/updates/feed.ts';
import { Refusal } from '../../../src-main/shell/updates/refusal.ts';

const NOW_MS = Date.UTC(2026, 10, 22);
const OURS = generateKeyPairSync('ed25519');
const describeKey = (key: KeyObject): string =>
  key.export({ type: 'spki', format: 'der' }).toString('base64');
const ADDRESS = new URL('https://updates.example.com/');
const parse = (text: string) => parseUpdateInfo(text, 'latest.yml', ADDRESS);

const TAKER: FeedTaker = {
  keys: [describeKey(OURS.publicKey)],
  channel: 'stable',
  platform: 'win32',
  version: '1.2.0',
  nowMs: NOW_MS,
  compareTo: (other) => '1.2.0'.localeCompare(other, 'en', { numeric: true }),
};

interface Change {
  readonly version?: string;
  readonly channel?: string;
  readonly platform?: string;
  readonly expires?: string;
  readonly url?: string;
  readonly more?: string;
}

const SHA512 = `${'A'.repeat(86)}==`;
const writeFeed = ({
  version = '1.3.0',
  channel = 'stable',
  platform = 'win32',
  expires = '2027-01-01T00:00:00.000Z',
  url = 'tillbridge-1.3.0-win-x64.exe',
  more = '',
}: Change = {}): string => `version: ${version}
files:
  - url: ${url}
    sha512: ${SHA512}
    size: 100
releaseDate: '2026-11-20T08:00:00.000Z'
releaseNotes: Calmer.
channel: ${channel}
platform: ${platform}
expires: '${expires}'
${more}`;

const signFeed = (feed: string, key: KeyObject = OURS.privateKey, before = 'tillbridge update feed 1\n') =>
  `${sign(null, Buffer.from(before + feed), key).toString('base64')}\n`;

/** The code of what is refused; `taken` where it is not. */
function judge(feed: string, signature: string = signFeed(feed), taker: Partial<FeedTaker> = {}): string {
  try {
    readFeed(feed, signature, parse, { ...TAKER, ...taker });
    return 'taken';
  } catch (error) {
    if (error instanceof Refusal) return error.failure.code;
    throw error;
  }
}

describe('a feed of updates', () => {
  it('is taken where it is signed, newer, in date and meant for this computer', () => {
    const feed = writeFeed({ more: 'stagingPercentage: 20\n' });
    expect(readFeed(feed, signFeed(feed), parse, TAKER)).toMatchObject({
      version: '1.3.0',
      releaseNotes: 'Calmer.',
      stagingPercentage: 20,
      files: [{ url: 'tillbridge-1.3.0-win-x64.exe', sha512: SHA512, size: 100 }],
    });
  });

  it('is taken by either of two keys, while the maker changes them', () => {
    const next = generateKeyPairSync('ed25519');
    const keys = [...TAKER.keys, describeKey(next.publicKey)];
    expect(judge(writeFeed(), signFeed(writeFeed(), next.privateKey), { keys })).toBe('taken');
  });

  it('with any character changed, left out or added is refused before it is read', () => {
    const feed = writeFeed();
    const signature = signFeed(feed);
    const change = fc
      .tuple(
        fc.nat(feed.length - 1),
        fc.constantFrom('cut', 'drop', 'add', 'turn'),
        fc.string({ minLength: 1 }),
      )
      .map(([at, how, text]) => {
        if (how === 'cut') return feed.slice(0, at);
        if (how === 'drop') return feed.slice(0, at) + feed.slice(at + 1);
        if (how === 'add') return feed.slice(0, at) + text + feed.slice(at);
        return feed.slice(0, at) + String.fromCharCode((feed.charCodeAt(at) + 1) % 128) + feed.slice(at + 1);
      });
    const neverRead = (): never => expect.fail('it was read');
    fc.assert(
      fc.property(
        change.filter((text) => text !== feed),
        (text) => {
          expect(() => readFeed(text, signature, neverRead, TAKER)).toThrow('UPDATE_UNSIGNED');
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['none', ''],
    ['not base64', '!'.repeat(88)],
    ['half of one', signFeed(writeFeed()).slice(0, 44)],
    ['that of another key', signFeed(writeFeed(), generateKeyPairSync('ed25519').privateKey)],
    ['ours over something else', signFeed(writeFeed(), OURS.privateKey, '')],
    ['ours over another version', signFeed(writeFeed({ version: '1.4.0' }))],
  ])('whose signature is %s is refused', (_what, signature) => {
    expect(judge(writeFeed(), signature)).toBe('UPDATE_UNSIGNED');
  });

  it.each<[string, Change, Partial<FeedTaker>, string]>([
    ['is past its date', { expires: '2026-11-21T23:59:59.000Z' }, {}, 'UPDATE_EXPIRED'],
    ['is older', { version: '1.1.9' }, {}, 'UPDATE_OLDER'],
    ['is of the other channel', { channel: 'beta' }, {}, 'UPDATE_OTHER_PLACE'],
    ['is for another system', { platform: 'linux' }, {}, 'UPDATE_OTHER_PLACE'],
    ['names a file elsewhere', { url: 'https://elsewhere.example/x.exe' }, {}, 'UPDATE_ODD'],
    ['names a file above', { url: '../x.exe' }, {}, 'UPDATE_ODD'],
    ['has no version', { version: 'newest' }, {}, 'UPDATE_ODD'],
    ['is no YAML', { more: '\t- :' }, {}, 'UPDATE_ODD'],
  ])('that %s is refused, though it is signed', (_what, change, taker, code) => {
    expect(judge(writeFeed(change), undefined, taker)).toBe(code);
  });

  it('of the very version is taken for read, and so is an older stable one where a beta runs', () => {
    expect(judge(writeFeed({ version: '1.2.0' }))).toBe('taken');
    expect(judge(writeFeed({ version: '1.1.0' }), undefined, { version: '1.2.0-beta.1' })).toBe('taken');
  });

  it('is refused by a key that is not Ed25519', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const keys = [describeKey(rsa.publicKey)];
    expect(() => judge(writeFeed(), undefined, { keys })).toThrow('not Ed25519');
  });
});
