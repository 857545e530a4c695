// Plain JavaScript for Node 20 and later, without dependencies: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 20;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(ROOT, 'node_modules', '.tillbridge-install');

/** What `npm run NAME` starts, once everything it needs is there. */
const COMMANDS = {
  demo: 'src-main/headless/demo.ts',
  cli: 'src-main/headless/cli.ts',
  start: 'src-main/headless/start.ts',
  test: 'scripts/run-tests.mjs',
  bench: 'test/perf/bench.ts',
  prove: 'test/prove/prove.ts',
};

/** What npm's own words mean, and the one thing to do. */
const CAUSES = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET/,
    'The package registry cannot be reached. Check the network (and the proxy setting of npm), then run the command again.',
  ],
  [/ENOSPC/, 'The disk is full. Free about 600 MB, then run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'This folder cannot be written. Make it yours (or move the checkout to your home folder), then run the command again.',
  ],
  [/EINTEGRITY/, 'A package arrived damaged. Run "npm cache clean --force", then run the command again.'],
];

const [command = '', ...args] = process.argv.slice(2);
const script = COMMANDS[command];
const [major] = process.versions.node.split('.').map(Number);
if (major < LEAST_NODE)
  fail(
    `This needs Node ${LEAST_NODE} or later; here is ${process.version}. Install a newer one from nodejs.org.`,
  );
installWhenNeeded();
if (command !== '') {
  if (!script) fail(`There is no command "${command}". There are: ${Object.keys(COMMANDS).join(', ')}.`);
  run(script, args);
}

/** Installs when node_modules is missing or the lockfile has changed since. */
function installWhenNeeded() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock && existsSync(findNode())) return;
  say('Installing what is missing (once, about half a minute) ...');
  rmSync(STAMP, { force: true });
  // Not "ci": it refuses a lockfile that lacks another system's optional binaries. Not saving leaves the lockfile
  // as it is, where a plain install would drop what this machine has no use for.
  const npm = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (npm.error || npm.status !== 0)
    explainInstall(`${npm.stdout ?? ''}${npm.stderr ?? ''}${npm.error ?? ''}`);
  if (!existsSync(findNode()))
    fail(
      'The Node 24 that this runs on was not installed: npm must be allowed to run the install script of the package "node".',
    );
  writeFileSync(STAMP, lock);
  if (!existsSync(join(ROOT, 'node_modules', 'keytar'))) {
    say(
      'The system keychain cannot be used here (libsecret is missing). Set TILLBRIDGE_SECRET_KEY to keep secrets in a sealed file.',
    );
  }
}

function explainInstall(output) {
  const cause = CAUSES.find(([pattern]) => pattern.test(output));
  const tail = output.trim().split('\n').slice(-8).join('\n');
  fail(`${cause ? cause[1] : 'Installing failed.'}\n\n${tail}`);
}

/** Everything runs on the Node that Electron embeds, whatever started this (better-sqlite3 13 needs 22.14). */
function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(ROOT, 'node_modules', 'node', 'bin', name);
}

function run(file, rest) {
  const bin = join(ROOT, 'node_modules', 'node', 'bin');
  const separator = process.platform === 'win32' ? ';' : ':';
  const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', join(ROOT, file), ...rest], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [bin, join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(separator),
    },
  });
  // A terminal sends its Ctrl-C to both; a signal to this process alone is passed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}
