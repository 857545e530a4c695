// Looks through the packages that package-lock.json names: their licences, their hashes, where they come from, and
// which of them run a program when they are installed.
//
//   node scripts/check-dependencies.mjs           says what is not as it should be
//   node scripts/check-dependencies.mjs --write   and writes resources/THIRD-PARTY.md: what is shipped, with its licences
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTICE = 'resources/THIRD-PARTY.md';
/** They ask for their notice to be kept, and for nothing else of the program that they are in. */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  // argparse: the licence of Python itself, as permissive as the others.
  'Python-2.0',
]);
/** Other licences, of tools that are in no installation. @type {[RegExp, string, string][]} */
const EXCEPTIONS = [
  [/^(@axe-core\/playwright|axe-core)$/, 'MPL-2.0', 'tests use it as it is'],
  [/^lightningcss(-.+)?$/, 'MPL-2.0', 'the build uses it as it is'],
  [/^caniuse-lite$/, 'CC-BY-4.0', 'data of browsers for the build'],
  [/^truncate-utf8-bytes$/, 'WTFPL', 'the packer of installers uses it; it asks for nothing'],
];
/** May run a program when they are installed, or have one that is never run. @type {Record<string, string>} */
const SCRIPTS = {
  node: 'the Node that everything runs on is fetched by its own package',
  keytar: 'its native part is fetched or built; without it secrets are sealed with a key',
  'electron-winstaller': 'only copies a tool for Windows installers that are not made here; never run',
};

/** @typedef {{license?: string, integrity?: string, resolved?: string, version?: string, dev?: boolean, link?: boolean, hasInstallScript?: boolean, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string>}} Entry */
/** @typedef {{packages: Record<string, Entry>}} Lock */
/** @typedef {{dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, devDependencies?: Record<string, string>, allowScripts?: Record<string, boolean>}} Manifest */

/** The name of a package by its place in node_modules. @param {string} place */
const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * Whether an expression of SPDX can be met with the licences allowed.
 * @param {string | undefined} expression such as `(MIT OR Apache-2.0)`
 */
export function isLicenceAllowed(expression) {
  const bare = (expression ?? '').replace(/^\(|\)$/g, '');
  if (bare === '' || /[()]/.test(bare)) return false;
  return bare.split(' OR ').some((either) => either.split(' AND ').every((one) => ALLOWED.has(one)));
}

/**
 * What of the lock file is not as it should be, in words; empty when all is well.
 * @param {Lock} lock
 * @param {Manifest} manifest
 * @param {readonly string[]} shipped places of the packages that are in an installation
 */
export function findFaults(lock, manifest, shipped) {
  const faults = [];
  const isShipped = new Set(shipped);
  const used = new Set();
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '') continue;
    const name = nameOf(place);
    const exception = EXCEPTIONS.find(
      ([pattern, licence]) => pattern.test(name) && licence === entry.license,
    );
    if (exception) used.add(exception);
    if (!isLicenceAllowed(entry.license) && (!exception || isShipped.has(place)))
      faults.push(`${name}: its licence "${entry.license ?? 'none'}" is not allowed`);
    // The lock file names no registry, whichever it is; a package from git or from an address of its own is named.
    if (entry.link || entry.resolved !== undefined)
      faults.push(`${name}: it comes from ${entry.resolved ?? 'a folder'}, not from the registry`);
    if (!/^sha512-[A-Za-z0-9+/]{86}==/.test(entry.integrity ?? '')) faults.push(`${name}: it has no hash`);
    if (entry.hasInstallScript && !(name in SCRIPTS))
      faults.push(`${name}: it runs a program when it is installed`);
  }
  for (const exception of EXCEPTIONS)
    if (!used.has(exception)) faults.push(`no package needs the exception ${exception[0].source}`);
  return [...faults, ...findManifestFaults(lock, manifest)];
}

/** @param {Lock} lock @param {Manifest} manifest */
function findManifestFaults(lock, { allowScripts = {}, ...manifest }) {
  const faults = [];
  for (const [name, isAllowed] of Object.entries(allowScripts))
    if (isAllowed && !(name in SCRIPTS))
      faults.push(`${name}: package.json lets it run a program, for no reason that is known`);
  for (const kind of ['dependencies', 'optionalDependencies', 'devDependencies'])
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      if (!/^\d+\.\d+\.\d+$/.test(version)) faults.push(`${name}: "${version}" is not one version`);
      if (lock.packages[`node_modules/${name}`]?.version !== version)
        faults.push(`${name}: the lock file has another version than package.json`);
    }
  return faults;
}

/**
 * Places of the packages that are in an installation: what the manifest needs to run, what the window is built from,
 * and whatever those need.
 * @param {Lock} lock
 * @param {Manifest} manifest
 * @param {readonly string[]} imported packages that the sources import
 */
export function listShipped(lock, manifest, imported) {
  const built = Object.keys(manifest.devDependencies ?? {}).filter((name) => imported.includes(name));
  const found = new Set();
  /** @param {string} from @param {string} name */
  const visit = (from, name) => {
    const place = findPlace(lock, from, name);
    if (place === undefined || found.has(place)) return;
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = lock.packages[place] ?? {};
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      if (!needed.startsWith('@types/')) visit(place, needed);
  };
  const needed = { ...manifest.dependencies, ...manifest.optionalDependencies };
  for (const name of [...Object.keys(needed), ...built]) visit('', name);
  return [...found].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/**
 * Where Node finds a package: in the folder of the one that asks, then in each above it.
 * @param {Lock} lock @param {string} from @param {string} name
 */
function findPlace(lock, from, name) {
  const above = from.split(/\/?node_modules\//).filter((part) => part !== '');
  const places = Array.from({ length: above.length + 1 }, (_each, back) =>
    [...above.slice(0, above.length - back), name].map((part) => `node_modules/${part}`).join('/'),
  );
  return places.find((place) => place in lock.packages);
}

/** Packages that the sources of the program import, by name. @param {string} root */
export function listImported(root) {
  const names = new Set();
  for (const folder of ['src-main', 'src-preload', 'src-renderer'])
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(path) || path.endsWith('vite.config.ts')) continue;
      const text = readFileSync(join(root, folder, path), 'utf8');
      for (const [, name] of text.matchAll(/(?:from|import) '((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/g))
        names.add(name);
    }
  // Electron is no part of the bundle: it brings its own licences as files of the installation.
  names.delete('electron');
  return [...names];
}

/**
 * The page that is shipped: each package with its version and licence, and each text of a licence once.
 * @param {Lock} lock @param {readonly string[]} shipped
 * @param {(place: string) => string | null} readLicence the text of a package's own licence file
 */
export function writeNotice(lock, shipped, readLicence) {
  const texts = new Map();
  const unique = new Map(
    shipped.map((place) => [`${nameOf(place)} ${lock.packages[place]?.version}`, place]),
  );
  for (const [title, place] of unique) {
    const text = readLicence(place) ?? `${lock.packages[place]?.license}, without a file of its own.`;
    texts.set(text, [...(texts.get(text) ?? []), title]);
  }
  const rows = [...unique].map(([title, place]) => `| ${title} | ${lock.packages[place]?.license} |`);
  const parts = [...texts].map(([text, titles]) => `## ${titles.join(', ')}\n\n\`\`\`\n${text}\n\`\`\`\n`);
  return `# Packages of others in Tillbridge

What the app, its command line and its relay are made of. Written by \`node scripts/check-dependencies.mjs --write\`. Electron and Chromium bring their own licences beside the
program (\`LICENSE.electron.txt\`, \`LICENSES.chromium.html\`).

| Package | Licence |
|---|---|
${rows.join('\n')}

${parts.join('\n')}`;
}

/** @param {string} place */
function readLicenceFile(place) {
  const folder = join(ROOT, place);
  const name = readdirSync(folder)
    .sort()
    .find((each) => /^(licen[cs]e|copying)/i.test(each));
  return name === undefined ? null : readFileSync(join(folder, name), 'utf8').replaceAll('\r', '').trim();
}

function main() {
  const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  const [lock, manifest] = [readJson('package-lock.json'), readJson('package.json')];
  const shipped = listShipped(lock, manifest, listImported(ROOT));
  const faults = findFaults(lock, manifest, shipped);
  for (const fault of faults) console.log(fault);
  console.log(
    `${Object.keys(lock.packages).length - 1} packages, ${shipped.length} shipped, ${faults.length} faults`,
  );
  if (process.argv.includes('--write'))
    writeFileSync(join(ROOT, NOTICE), writeNotice(lock, shipped, readLicenceFile));
  process.exitCode = faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
