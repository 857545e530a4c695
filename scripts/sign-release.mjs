// Signs what an update is: `node scripts/sign-release.mjs FOLDER`. Each feed in the folder (latest.yml, beta-mac.yml ...)
// gets what our own signature has to cover (channel, platform, until when it is good), and a file .sig beside it. Signing
// again renews the date, or the share of the computers that may have it (--percent 20).
// `node scripts/sign-release.mjs --new-key FILE` makes a key; it belongs in no repository.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** The same as in src-main/shell/updates/signature.ts. */
const WHAT_IS_SIGNED = 'tillbridge update feed 1\n';
const FEED = /^(latest|beta)(-mac|-linux(?:-[a-z0-9]+)?)?\.yml$/;
const OWN_LINES = /^(channel|platform|expires|stagingPercentage): .*\n/gm;
const LISTED_FILE = / {2}- url: (\S+)\n {4}sha512: (\S+)\n {4}size: (\d+)\n/g;
/** The list itself, and what electron-builder notes for its makers. */
const NOT_FOR_OTHERS = /^(SHA256SUMS|builder-.*)$/;
const DAY_MS = 86_400_000;
const DAYS = 180;

/**
 * The release's private key: a PEM file that TILLBRIDGE_SIGNING_KEY_FILE names, or the text in TILLBRIDGE_SIGNING_KEY.
 * @param {NodeJS.ProcessEnv} env
 */
export function readSigningKey(env) {
  const file = env.TILLBRIDGE_SIGNING_KEY_FILE;
  const text = file ? readFileSync(file, 'utf8') : env.TILLBRIDGE_SIGNING_KEY;
  if (!text)
    throw new Error(
      'Set TILLBRIDGE_SIGNING_KEY_FILE (or TILLBRIDGE_SIGNING_KEY) to the private key of the releases.',
    );
  const key = createPrivateKey(text);
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error('The private key of the releases must be Ed25519.');
  return key;
}

/** What the app knows a key by: SPKI in DER, in base64. @param {import('node:crypto').KeyObject} key */
export const describePublicKey = (key) =>
  createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');

/**
 * Signs the feeds of a folder, and lists the sums of all its files.
 * @param {string} folder with the feeds and the files that they name
 * @param {{key: import('node:crypto').KeyObject, nowMs: number, days?: number, percent?: number | null}} options
 * @returns {string[]} names of the feeds
 */
export function signRelease(folder, { key, nowMs, days = DAYS, percent = null }) {
  const feeds = readdirSync(folder).filter((name) => FEED.test(name));
  if (feeds.length === 0) throw new Error(`There is no feed (latest.yml, beta-linux.yml ...) in ${folder}.`);
  const expires = new Date(nowMs + days * DAY_MS).toISOString();
  for (const name of feeds) {
    const [, channel, system = ''] = FEED.exec(name);
    const platform = system === '' ? 'win32' : system === '-mac' ? 'darwin' : 'linux';
    const written = readFileSync(join(folder, name), 'utf8').replace(OWN_LINES, '');
    expectFiles(folder, name, written);
    const lines = [
      `channel: ${channel === 'beta' ? 'beta' : 'stable'}`,
      `platform: ${platform}`,
      `expires: '${expires}'`,
      ...(percent === null ? [] : [`stagingPercentage: ${percent}`]),
    ];
    const feed = `${written.trimEnd()}\n${lines.join('\n')}\n`;
    writeFileSync(join(folder, name), feed);
    const signature = sign(null, Buffer.from(WHAT_IS_SIGNED + feed, 'utf8'), key).toString('base64');
    writeFileSync(join(folder, `${name}.sig`), `${signature}\n`);
  }
  writeSums(folder);
  return feeds;
}

/** Nothing is signed that is not there to the byte. */
function expectFiles(folder, name, feed) {
  const listed = [...feed.matchAll(LISTED_FILE)];
  if (listed.length === 0) throw new Error(`${name} names no file.`);
  for (const [, file, sha512, size] of listed) {
    const path = join(folder, file);
    if (!existsSync(path)) throw new Error(`${name} names ${file}, which is not there.`);
    const bytes = readFileSync(path);
    const isSame =
      createHash('sha512').update(bytes).digest('base64') === sha512 && bytes.length === Number(size);
    if (!isSame) throw new Error(`${file} is not the file that ${name} describes.`);
  }
}

function writeSums(folder) {
  const names = readdirSync(folder).filter(
    (name) => !NOT_FOR_OTHERS.test(name) && statSync(join(folder, name)).isFile(),
  );
  const lines = names.sort().map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}  ${name}\n`,
  );
  writeFileSync(join(folder, 'SHA256SUMS'), lines.join(''));
}

function makeKey(file) {
  const { privateKey } = generateKeyPairSync('ed25519');
  // Never over another one: what it has signed could not be renewed any more.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  console.log(`The private key lies in ${file}: keep it, and a copy, where only the releases are made.`);
  console.log(`The apps will know it as ${describePublicKey(privateKey)}`);
}

function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'new-key': { type: 'string' }, percent: { type: 'string' }, days: { type: 'string' } },
  });
  if (values['new-key']) return makeKey(values['new-key']);
  const percent = readNumber(values.percent, 'percent', 0, 100);
  const days = readNumber(values.days, 'days', 1, 730) ?? DAYS;
  const [folder = 'dist'] = positionals;
  const signed = signRelease(folder, { key: readSigningKey(process.env), nowMs: Date.now(), percent, days });
  console.log(`Signed for ${days} days: ${signed.join(', ')}.`);
}

/** null where the flag is not given. */
export function readNumber(text, flag, least, most) {
  if (text === undefined) return null;
  const number = Number(text);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`--${flag} takes a whole number from ${least} to ${most}.`);
  return number;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
