import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const SIGNER = join(import.meta.dirname, '../../scripts/sign-release.mjs');

export interface Release {
  readonly version: string;
  /** The feed's file, without `.yml`; the stable channel of this system by itself. */
  readonly feed?: string;
  readonly notes?: string;
  /** What the installer is. */
  readonly file?: string;
  /** How long the signature is good. */
  readonly days?: number;
  readonly percent?: number;
  readonly key?: SigningKey;
}

export interface SigningKey {
  readonly file: string;
  /** As an app knows it. */
  readonly publicKey: string;
}

/** The server of the updates, on loopback, and the folder that it serves. */
export interface UpdateServer {
  readonly url: string;
  /** The key that releases are signed with where they name no other. */
  readonly key: SigningKey;
  /** What was asked of it, newest last. */
  readonly asked: readonly { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[];
  makeKey(name: string): SigningKey;
  /** Puts a release there as electron-builder and the release script do. @returns its installer's name */
  release(release: Release): string;
  read(name: string): string;
  write(name: string, text: string): void;
  /** Sends only the beginning of a file from now on; null: all of it again. */
  cut(name: string | null): void;
  close(): Promise<void>;
}

/** @param folder an empty one */
export async function startUpdateServer(folder: string): Promise<UpdateServer> {
  const dist = join(folder, 'dist');
  mkdirSync(dist, { recursive: true });
  const asked: { path: string; headers: Readonly<Record<string, unknown>> }[] = [];
  let cutName: string | null = null;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push({ path: pathname, headers: request.headers });
    const file = join(dist, pathname.slice(1));
    if (!existsSync(file)) return void response.writeHead(404).end();
    const bytes = readFileSync(file);
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    response.end(pathname.slice(1) === cutName ? bytes.subarray(0, bytes.length / 2) : bytes);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const makeKey = (name: string): SigningKey => {
    const file = join(folder, `${name}.pem`);
    const said = runSigner(['--new-key', file]);
    return { file, publicKey: /know it as (\S+)/.exec(said)?.[1] ?? '' };
  };
  const key = makeKey('key');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key,
    asked,
    makeKey,
    release: (release) => {
      const name = writeRelease(dist, release);
      const flags = [
        ...(release.days === undefined ? [] : ['--days', String(release.days)]),
        ...(release.percent === undefined ? [] : ['--percent', String(release.percent)]),
      ];
      runSigner([dist, ...flags], (release.key ?? key).file);
      return name;
    },
    read: (name) => readFileSync(join(dist, name), 'utf8'),
    write: (name, text) => writeFileSync(join(dist, name), text),
    cut: (name) => {
      cutName = name;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The feed as electron-builder leaves it. */
function writeRelease(
  dist: string,
  { version, feed = STABLE_FEED, notes, file = 'an installer' }: Release,
): string {
  const name = `tillbridge-${version}-linux-x86_64.AppImage`;
  const sha512 = createHash('sha512').update(file).digest('base64');
  writeFileSync(join(dist, name), file);
  const lines = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${Buffer.byteLength(file)}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    ...(notes === undefined ? [] : [`releaseNotes: ${JSON.stringify(notes)}`]),
    `releaseDate: '2026-11-20T08:00:00.000Z'`,
  ];
  writeFileSync(join(dist, `${feed}.yml`), `${lines.join('\n')}\n`);
  return name;
}

/** The feed's name where the tests run. */
export const STABLE_FEED = `latest${process.platform === 'linux' ? `-linux${process.arch === 'x64' ? '' : `-${process.arch}`}` : ''}`;

/** @returns what it said @throws Error with what it said when it refuses */
export function runSigner(args: readonly string[], keyFile?: string): string {
  const env = { ...process.env, TILLBRIDGE_SIGNING_KEY_FILE: keyFile ?? '' };
  return execFileSync(process.execPath, [SIGNER, ...args], { env, encoding: 'utf8', stdio: 'pipe' });
}
