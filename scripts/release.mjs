// Makes a release for this system: checks what must hold, builds, packs, signs. Nothing is uploaded.
//
//   npm view electron dist-tags --json > tags.json
//   TILLBRIDGE_UPDATE_URL=https://... TILLBRIDGE_SIGNING_KEY_FILE=... TILLBRIDGE_MAINTAINER='Name <name@host>' \
//     npm run release -- --supported tags.json [--notes NOTES.md] [--percent 20] [--trust PUBLIC_KEY] [--check]
//
// --supported: the majors of Electron that get security fixes now (45,44,43), or the file above. --trust: the key that
// later releases are signed with, told to the apps before it is used. --check ends before anything is built.
// --dir [--electron FOLDER] packs the folder alone, without key, address and installer: `npm run pack`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runChild } from './run-child.mjs';
import { describePublicKey, readNumber, readSigningKey, signRelease } from './sign-release.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Electron gives security fixes to its newest three majors. */
const SUPPORTED = 3;
const FLAGS = {
  supported: { type: 'string' },
  notes: { type: 'string' },
  percent: { type: 'string' },
  trust: { type: 'string', multiple: true },
  electron: { type: 'string' },
  check: { type: 'boolean' },
  dir: { type: 'boolean' },
};

/** The majors that are supported. @param {string} given a list, or a file with npm's dist-tags */
function readSupported(given) {
  if (!given)
    throw new Error(
      'Say which majors of Electron are supported: --supported 45,44,43, or a file with npm’s dist-tags.',
    );
  if (!existsSync(given))
    return given.split(',').map((major) => readNumber(major.trim(), 'supported', 1, 999));
  const { latest } = JSON.parse(readFileSync(given, 'utf8'));
  const newest = Number.parseInt(latest, 10);
  if (!Number.isInteger(newest)) throw new Error(`${given} does not say which Electron is the latest.`);
  return Array.from({ length: SUPPORTED }, (_each, back) => newest - back);
}

/** Refuses an Electron that gets no more security fixes. */
function checkElectron(given) {
  const supported = readSupported(given);
  const { version } = readJson('node_modules/electron/package.json');
  if (supported.includes(Number.parseInt(version, 10))) return;
  throw new Error(
    `Electron ${version} gets no security fixes any more (supported: ${supported.join(', ')}). Update it first.`,
  );
}

/** What a release adds to electron-builder.yml. */
function describeRelease({ notes, trust = [] }, env) {
  const key = readSigningKey(env);
  const url = env.TILLBRIDGE_UPDATE_URL;
  if (!url || !URL.canParse(url) || new URL(url).protocol !== 'https:')
    throw new Error(
      'Set TILLBRIDGE_UPDATE_URL to the https address of the folder that the updates will lie in.',
    );
  const maintainer = env.TILLBRIDGE_MAINTAINER;
  if (!maintainer || !/^[^<>]+ <[^<>@\s]+@[^<>@\s]+>$/.test(maintainer))
    throw new Error('Set TILLBRIDGE_MAINTAINER to who answers for the packages: "Name <name@host>".');
  if (notes && !existsSync(notes)) throw new Error(`There are no release notes at ${notes}.`);
  return {
    key,
    config: {
      extraMetadata: {
        homepage: new URL(url).origin,
        author: maintainer,
        updates: { url, keys: [describePublicKey(key), ...trust] },
      },
      publish: { provider: 'generic', url },
      linux: { maintainer },
      ...(notes ? { releaseInfo: { releaseNotesFile: notes } } : {}),
    },
  };
}

async function build() {
  const tools = [
    ['vite/bin/vite.js', 'src-renderer/vite.config.ts'],
    ['electron-vite/bin/electron-vite.js', 'electron.vite.config.ts'],
  ];
  for (const [tool, config] of tools) {
    const args = [join(ROOT, 'node_modules', tool), 'build', '--config', config, '--logLevel', 'warn'];
    const { code } = await runChild(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
    if (code !== 0) throw new Error(`The build has failed (${config}).`);
  }
}

async function pack(config, isFolderOnly) {
  const { build: buildInstallers, Platform } = await import('electron-builder');
  const { version } = readJson('package.json');
  await buildInstallers({
    projectDir: ROOT,
    ...(isFolderOnly ? { targets: Platform.current().createTarget('dir') } : {}),
    publish: 'never',
    config: { extends: 'electron-builder.yml', ...config },
  });
  return version;
}

async function main() {
  const { values } = parseArgs({ options: FLAGS });
  if (values.dir) {
    const electronDist = values.electron ?? process.env.ELECTRON_OVERRIDE_DIST_PATH;
    await build();
    await pack(electronDist ? { electronDist } : {}, true);
    console.log('Packed into dist/.');
    return;
  }
  checkElectron(values.supported);
  const percent = readNumber(values.percent, 'percent', 0, 100);
  const { key, config } = describeRelease(values, process.env);
  if (values.check) return console.log('A release can be made.');
  await build();
  const version = await pack(config, false);
  const feeds = signRelease(join(ROOT, 'dist'), { key, nowMs: Date.now(), percent });
  console.log(`Version ${version} lies in dist/, signed (${feeds.join(', ')}), with its sums in SHA256SUMS.`);
}

const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
