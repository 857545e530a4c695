// Plain JavaScript for Node 20 and later, without dependencies: it runs before anything is installed.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runChild } from './run-child.mjs';

const LEAST_NODE = 20;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = join(ROOT, 'package-lock.json');
const MODULES = join(ROOT, 'node_modules');
const STAMP = join(MODULES, '.tillbridge-install');
/** Everything runs on the Node that Electron embeds, whatever started this (better-sqlite3 13 needs 22.14). */
const NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** What `npm run NAME` starts, once everything it needs is there. */
const COMMANDS = {
  demo: 'src-main/headless/demo.ts',
  cli: 'src-main/headless/cli.ts',
  hub: 'src-hub/cli.ts',
  start: 'src-main/headless/start.ts',
  test: 'scripts/run-tests.mjs',
  bench: 'test/perf/bench.ts',
  prove: 'test/prove/prove.ts',
};

/**
 * Not "ci": it refuses a lockfile that lacks another system's optional binaries. Not saving leaves the lockfile as it
 * is, where a plain install would drop what this machine has no use for. With npm's own patience (three tries and up
 * to a minute between them, for each package) a missing network is told only after a quarter of an hour.
 */
const INSTALL = [
  ...['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
  ...['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=3000'],
  '--fetch-timeout=60000',
];

/** What npm's own words mean, and the one thing to do. */
const CAUSES = [
  [/ENOSPC/, 'The disk is full. Free about 600 MB, then run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'This folder (or npm’s cache) cannot be written. Make it yours, or move the checkout to your home folder, then run the command again.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ECONNRESET|ERR_SOCKET_TIMEOUT/,
    'The package registry cannot be reached. Check the network (and the proxy setting of npm), then run the command again.',
  ],
  [
    /CERT_|_CERT|UNABLE_TO_VERIFY/,
    'The package registry’s certificate is not trusted here. Give npm your network’s one (npm config set cafile FILE), then run the command again.',
  ],
  [/EINTEGRITY/, 'A package arrived damaged. Run "npm cache clean --force", then run the command again.'],
];

const [command, ...args] = process.argv.slice(2);
if (Number.parseInt(process.versions.node, 10) < LEAST_NODE)
  fail(
    `This needs Node ${LEAST_NODE} or later; here is ${process.version}. Install a newer one from nodejs.org.`,
  );
if (command !== undefined && !Object.hasOwn(COMMANDS, command))
  fail(`There is no command "${command}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
const lock = existsSync(LOCK) ? createHash('sha256').update(readFileSync(LOCK)).digest('hex') : 'none';
if (!isInstalled()) await install();
if (command !== undefined) process.exitCode = await run(COMMANDS[command]);

/** False when node_modules is missing or the lockfile has changed since. */
function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock && existsSync(NODE);
}

async function install() {
  const stopProgress = showProgress('Installing what is missing (once, about half a minute)');
  rmSync(STAMP, { force: true });
  const isWindows = process.platform === 'win32'; // there npm is a .cmd file, which only a shell starts
  const npm = await runChild('npm', INSTALL, {
    cwd: ROOT,
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  stopProgress();
  if (npm.error?.code === 'ENOENT')
    fail('npm was not found. It comes with Node: install both from nodejs.org.');
  if (npm.code !== 0) fail(explainFailure(npm.output));
  if (!existsSync(NODE))
    fail(
      'The Node 24 that this runs on was not installed: npm must be allowed to run the install script of the package "node".',
    );
  writeFileSync(STAMP, lock);
  if (!existsSync(join(MODULES, 'keytar')))
    say(
      'The system keychain cannot be used here (keytar could not be built: libsecret-1-dev is missing, or a compiler). ' +
        'Set TILLBRIDGE_SECRET_KEY to keep secrets in a sealed file.',
    );
}

/** A line on standard error; on a terminal it also counts the seconds. Returns what ends it. */
function showProgress(text) {
  if (!process.stderr.isTTY) {
    say(`${text} ...`);
    return () => undefined;
  }
  const started = Date.now();
  const draw = () => process.stderr.write(`\r${text} ... ${Math.round((Date.now() - started) / 1000)} s`);
  draw();
  const timer = setInterval(draw, 1000);
  return () => {
    clearInterval(timer);
    process.stderr.write('\n');
  };
}

function explainFailure(output) {
  const cause = CAUSES.find(([pattern]) => pattern.test(output));
  const tail = output.trim().split('\n').slice(-8).join('\n');
  return `${cause ? cause[1] : 'Installing failed.'}\n\n${tail}`;
}

/** The command on the installed Node, with the installed tools first in its PATH; resolves to its exit code. */
async function run(file) {
  // Every command line reads some hundred TypeScript files: compiled once, the next start takes half the time.
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(MODULES, '.cache', 'node');
  const PATH = [dirname(NODE), join(MODULES, '.bin'), process.env.PATH].join(delimiter);
  const { code, error } = await runChild(
    NODE,
    ['--disable-warning=ExperimentalWarning', join(ROOT, file), ...args],
    { stdio: 'inherit', env: { ...process.env, PATH, NODE_COMPILE_CACHE } },
  );
  if (error) fail(`The installed Node could not be started: ${error.message}`);
  return code;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
