import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { hasNeed } from './needs.ts';

const VERSIONS = '/usr/lib/postgresql';
const START_WITHIN_MS = 30_000;
const OPTIONS = ['max_connections=100', 'shared_buffers=64MB', 'log_min_messages=fatal'];

/** A PostgreSQL of the test's own, on a loopback port, in a temporary folder. */
export interface PostgresServer {
  readonly port: number;
  /** Its first process; the others are its children. */
  readonly pid: () => number;
  /** An empty database on it; the address that the hub is given. */
  createDatabase(): Promise<string>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** The same data again, on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The newest that Debian's packages have put there; null where there is none. */
function findPrograms(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const versions = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => join(VERSIONS, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

/** Whether what needs a PostgreSQL can be tested here; a line says so where it cannot. */
export const hasPostgres = (): boolean =>
  hasNeed('the hub on PostgreSQL (postgresql is not installed)', findPrograms() !== null);

/** Who it runs as: it refuses root, for whom Debian's package has made a user. */
function findUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** A port that nobody has at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * Starts one; it is stopped and its folder removed by `stop`.
 * @param networks of the test's own, beside loopback: this machine's address in each
 */
export async function startPostgres(networks: readonly string[] = []): Promise<PostgresServer> {
  const programs = findPrograms();
  if (programs === null) throw new Error('PostgreSQL is not installed (apt-get install postgresql)');
  const user = findUser();
  const folder = mkdtempSync(join(tmpdir(), 'tillbridge-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'hub', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...(user ?? {}), encoding: 'utf8', cwd: folder },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  for (const near of networks) appendFileSync(join(data, 'pg_hba.conf'), `host all hub ${near}/30 trust\n`);
  const port = await findFreePort();
  let child = run();
  await untilItAnswers(port);

  function run() {
    const addresses = ['127.0.0.1', ...networks].join(',');
    const settings = [
      ...OPTIONS,
      `listen_addresses=${addresses}`,
      `unix_socket_directories=${folder}`,
      `port=${port}`,
    ];
    const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
    return spawn(join(programs ?? '', 'postgres'), args, { ...(user ?? {}), stdio: 'ignore', cwd: folder });
  }
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => void child.once('exit', resolve));
    child.kill(signal);
    await gone;
  };
  let databases = 0;
  return {
    port,
    pid: () => child.pid ?? 0,
    createDatabase: async () => {
      databases += 1;
      const name = `hub_${databases}`;
      const client = new pg.Client(`postgres://hub@127.0.0.1:${port}/postgres`);
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return `postgres://hub@127.0.0.1:${port}/${name}`;
    },
    kill: () => end('SIGQUIT'), // "immediate": its children go along, and it recovers at the next start
    start: async () => {
      child = run();
      await untilItAnswers(port);
    },
    stop: async () => {
      await end('SIGQUIT'); // nothing of it is wanted any more
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(port: number): Promise<void> {
  const startedMs = performance.now();
  for (;;) {
    const client = new pg.Client(`postgres://hub@127.0.0.1:${port}/postgres`);
    client.on('error', () => undefined); // told by connect
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() - startedMs > START_WITHIN_MS) throw error;
      await new Promise((resolve) => void setTimeout(resolve, 100));
    }
  }
}
