import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As the bytes came. */
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever JSON came
  readonly json: any;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answer: { status: number; delayMs?: number };
  /** Resolves once so many posts have come. */
  waitFor(count: number): Promise<void>;
}

/** A server on this machine that takes posts, closed when the test ends. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const waiting: { readonly count: number; readonly wake: () => void }[] = [];
  const answerOf = { answer: { status: 200 } as Receiver['answer'] };
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    const { status, delayMs = 0 } = answerOf.answer;
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    received.push({
      path: incoming.url ?? '',
      headers: incoming.headers,
      text,
      json: text.startsWith('{') ? JSON.parse(text) : undefined,
    });
    outgoing.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    for (const { count, wake } of waiting) if (received.length >= count) wake();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return Object.assign(answerOf, {
    url: `http://127.0.0.1:${port}`,
    received,
    waitFor: (count: number) =>
      received.length >= count
        ? Promise.resolve()
        : new Promise<void>((wake) => void waiting.push({ count, wake })),
  });
}

/** Waits until a sender has nothing left to send. */
export async function waitUntil(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 2));
}
