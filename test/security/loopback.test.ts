import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { openBridge } from '../support/bridge-client.ts';
import { startWindowWorld } from '../support/window-world.ts';

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** One request whose path and headers go out as given: `fetch` would tidy them up. */
function get(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Got> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

const portOf = (origin: string): string => new URL(origin).port;

describe('the page', () => {
  it('is served with a policy that lets it reach its own bridge and nothing else, and a fresh nonce each time', async () => {
    const { origin } = await startWindowWorld();
    const port = portOf(origin);
    const [first, second] = [await get(origin, '/'), await get(origin, '/index.html')];
    const nonce = /<meta name="style-nonce" content="([0-9a-f]{32})">/.exec(first.body)?.[1];
    expect(first.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://127.0.0.1:${port}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(second.body).not.toBe(first.body);
    expect(first.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    expect(await get(origin, '/assets/app.js')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
  });

  it('answers no other site: no header allows one, and its origin is refused', async () => {
    const { origin } = await startWindowWorld();
    const own = await get(origin, '/', { origin });
    expect(Object.keys(own.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect((await get(origin, '/', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await get(origin, '/', { origin: 'null' })).status).toBe(403);
    expect((await get(origin, '/', { origin }, 'OPTIONS')).status).toBe(405);
    expect((await get(origin, '/', {}, 'POST')).status).toBe(405);
  });

  it('a name that was made to point here is refused', async () => {
    const { origin } = await startWindowWorld();
    const port = portOf(origin);
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${Number(port) + 1}`,
      `127.1:${port}`,
      `localhost.evil.example:${port}`,
    ])
      expect((await get(origin, '/', { host })).status, host).toBe(403);
    expect((await get(origin, '/', { host: `localhost:${port}` })).status).toBe(200);
  });

  it.each([
    '/../../etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../notes.txt',
    '/assets/..%5c..%5cnotes.txt',
    '/....//....//etc/passwd',
    '/assets/%c0%ae%c0%ae/notes.txt',
    '/index.html%00.js',
    '/notes.txt',
    '/assets/',
    '//etc/passwd',
    '/file:///etc/passwd',
    '/__proto__',
    '/index.html?x=1',
  ])('a forged path is no file: %s', async (path) => {
    const { origin } = await startWindowWorld();
    const got = await get(origin, path);
    expect(got.status).toBe(404);
    expect(got.body).toBe('');
  });

  it('only this computer can reach it', async () => {
    const { origin } = await startWindowWorld();
    expect(new URL(origin).hostname).toBe('127.0.0.1');
    // Another address of this very computer is not listened on.
    const socket = connect({ host: '127.0.0.2', port: Number(portOf(origin)) });
    await expect(once(socket, 'connect')).rejects.toThrow('ECONNREFUSED');
    socket.destroy();
  });
});

describe('the bridge', () => {
  it('opens for the page’s own token, offered as a protocol or sent as the first message', async () => {
    const { origin, token } = await startWindowWorld();
    const offered = await openBridge(origin, { origin, protocol: `tillbridge.${token}` });
    expect((await offered.ask('app:info', {})).ok).toBe(true);
    const sent = await openBridge(origin, { origin });
    sent.socket.send(JSON.stringify({ token }));
    expect((await sent.ask('app:info', {})).ok).toBe(true);
    for (const client of [offered, sent]) client.close();
    expect(token).toMatch(/^[0-9a-f]{64}$/);
  });

  it('a wrong token, a shorter one, or a call before any is refused', async () => {
    const { origin, token } = await startWindowWorld();
    const wrong = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
    for (const protocol of [
      `tillbridge.${wrong}`,
      `tillbridge.${token.slice(1)}`,
      'tillbridge.',
      `tillbridge.${token}0`,
    ])
      await expect(openBridge(origin, { origin, protocol })).rejects.toThrow('401');
    for (const message of [
      JSON.stringify({ token: wrong }),
      JSON.stringify({ id: 1, channel: 'app:info', input: {} }),
      'x',
      'null',
    ]) {
      const client = await openBridge(origin, { origin });
      client.socket.send(message);
      const [code] = (await once(client.socket, 'close')) as [number];
      expect(code, message).toBe(4401);
    }
  });

  it('another site’s page is refused even with the token, and so is a rebound name or no origin at all', async () => {
    const { origin, token } = await startWindowWorld();
    const port = portOf(origin);
    const protocol = `tillbridge.${token}`;
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: `http://localhost:${port}` },
      { origin: `https://127.0.0.1:${port}` },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { origin: 'null' },
      { origin: `http://evil.example:${port}`, host: `evil.example:${port}` },
      {},
    ])
      await expect(openBridge(origin, { ...headers, protocol }), JSON.stringify(headers)).rejects.toThrow(
        '403',
      );
    const named = { origin: `http://localhost:${port}`, host: `localhost:${port}` };
    (await openBridge(origin, { ...named, protocol })).close();
  });

  it('is at its own address only', async () => {
    const { origin, token } = await startWindowWorld();
    for (const path of ['/', '/bridge/', '/bridge?x', '/index.html']) {
      const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, [`tillbridge.${token}`], {
        headers: { origin },
      });
      await expect(once(socket, 'open'), path).rejects.toThrow('404');
    }
  });

  it('a ninth window, a message over a mebibyte and a message that is no call are refused; others go on', async () => {
    const { origin, token } = await startWindowWorld();
    const open = () => openBridge(origin, { origin, protocol: `tillbridge.${token}` });
    const clients = [];
    for (let count = 0; count < 8; count += 1) clients.push(await open());
    await expect(open()).rejects.toThrow('503');
    const [large, broken, binary, healthy] = clients;
    if (!large || !broken || !binary || !healthy) throw new Error('eight windows were opened');
    large.socket.send(JSON.stringify({ id: 1, channel: 'app:info', input: 'x'.repeat(4 * 1024 * 1024) }));
    broken.socket.send('{"id":');
    binary.socket.send(Buffer.from([0xff, 0xfe, 0x00]));
    await Promise.all([large, broken, binary].map(({ socket }) => once(socket, 'close')));
    expect((await healthy.ask('app:info', {})).ok).toBe(true);
    (await open()).close();
    for (const client of clients) client.close();
  });
});
