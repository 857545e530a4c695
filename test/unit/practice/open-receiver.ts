import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What till and store post (clover.md 9.2, woocommerce.md 5 and 6), as far as tests read it. */
export interface Posted {
  readonly verificationCode?: string;
  readonly merchants?: Readonly<Record<string, readonly PostedEvent[]>>;
  readonly consumer_key?: string;
  readonly consumer_secret?: string;
  readonly id?: number;
  readonly arg?: unknown;
  readonly [field: string]: unknown;
}

export interface PostedEvent {
  readonly objectId: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As the bytes came. */
  readonly text: string;
  /** Empty where it was no JSON. */
  readonly json: Posted;
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
      json: text.startsWith('{') ? (JSON.parse(text) as Posted) : {},
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

/** The code of the newest handshake (clover.md 9.1); empty where none came. */
export const readCode = ({ received }: Receiver): string => received.at(-1)?.json.verificationCode ?? '';

/** Waits until a sender has nothing left to send. */
export async function waitUntil(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 2));
}
