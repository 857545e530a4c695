import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readNetworkTrouble } from '../../../src-main/connectors/network-failure.ts';
import { createMachineClock } from '../../../src-practice/clock.ts';
import { serve } from '../../../src-practice/serve.ts';
import { SELF_SIGNED } from './fixtures/self-signed.ts';
import { createFetchError, fetchTransport } from './support/transports.ts';

const readTroubleOf = async (url: string) => {
  const error: unknown = await fetchTransport.send({ method: 'GET', url, headers: {} }).then(
    () => null,
    (reason: unknown) => reason,
  );
  return readNetworkTrouble(error);
};

/** A port that was free a moment ago. */
async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe('what the network throws', () => {
  it('a closed port is certainly unsent', async () => {
    const port = await findClosedPort();
    expect(await readTroubleOf(`http://127.0.0.1:${port}/`)).toEqual({
      code: 'NET_UNREACHABLE',
      wasSent: false,
    });
    // Two addresses, two refusals gathered in one error.
    expect(await readTroubleOf(`http://localhost:${port}/`)).toEqual({
      code: 'NET_UNREACHABLE',
      wasSent: false,
    });
  });

  it('a name that does not exist is certainly unsent', async () => {
    expect(await readTroubleOf('http://no-such-shop.invalid/')).toEqual({
      code: 'NET_UNKNOWN_HOST',
      wasSent: false,
    });
  });

  it('a certificate nobody has signed is certainly unsent', async () => {
    const handle = async () => ({ status: 200, headers: {}, body: '{}' });
    const running = await serve({ handle }, { clock: createMachineClock(), tls: SELF_SIGNED });
    expect(await readTroubleOf(running.url)).toEqual({ code: 'NET_TLS_FAILED', wasSent: false });
    await running.close();
  });

  it('https spoken to a plain port is certainly unsent', async () => {
    const handle = async () => ({ status: 200, headers: {}, body: '{}' });
    const running = await serve({ handle }, { clock: createMachineClock() });
    const { code, wasSent } = await readTroubleOf(running.url.replace('http:', 'https:'));
    expect([code, wasSent]).toEqual(['NET_TLS_FAILED', false]);
    await running.close();
  });

  it('a connection that breaks after the request may have done the work', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await readTroubleOf(`http://127.0.0.1:${port}/`)).toEqual({
      code: 'NET_BROKEN_ANSWER',
      wasSent: true,
    });
    server.close();
  });

  it('an answer cut in the middle may have done the work', async () => {
    const server = createServer((socket) =>
      socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"id":')),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await readTroubleOf(`http://127.0.0.1:${port}/`)).toEqual({
      code: 'NET_BROKEN_ANSWER',
      wasSent: true,
    });
    server.close();
  });

  it('the same time-out is unsent while connecting and a lost answer later', () => {
    expect(readNetworkTrouble(createFetchError('ETIMEDOUT', { syscall: 'connect' })).code).toBe(
      'NET_UNREACHABLE',
    );
    expect(readNetworkTrouble(createFetchError('ETIMEDOUT', { syscall: 'read' }))).toEqual({
      code: 'NET_TIMED_OUT',
      wasSent: true,
    });
  });

  it('a proxy that opens no tunnel is named', () => {
    const error = new TypeError('fetch failed', {
      cause: new Error('Proxy response (407) !== 200 when HTTP Tunneling'),
    });
    expect(readNetworkTrouble(error)).toEqual({ code: 'NET_PROXY_REFUSED', wasSent: false });
  });

  it('an address fetch refuses to call is certainly unsent', async () => {
    expect(await readTroubleOf('http://127.0.0.1:1/')).toEqual({ code: 'NET_UNREACHABLE', wasSent: false });
    expect(await readTroubleOf('http://')).toEqual({ code: 'NET_BAD_URL', wasSent: false });
  });

  it('of several tries one that was sent counts', () => {
    const errors = [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET', syscall: 'read' }];
    const error = new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED', errors } });
    expect(readNetworkTrouble(error).wasSent).toBe(true);
  });

  it('an error without any code is taken for sent', () => {
    expect(readNetworkTrouble(new TypeError('terminated'))).toEqual({
      code: 'NET_BROKEN_ANSWER',
      wasSent: true,
    });
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(readNetworkTrouble(loop).wasSent).toBe(true);
  });
});
