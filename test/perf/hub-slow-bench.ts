import { connect, type Socket } from 'node:net';
import { withHub } from './hub-bench-world.ts';
import { sayQuantile, sendSteadily, sleep } from './hub-load.ts';

const PER_SECOND = 300;
const WINDOW_MS = 15_000;

/** V6: senders that drip a byte now and then; how soon the others are answered meanwhile. */
export async function runSlowBench(scale: number): Promise<void> {
  const count = Math.round(1_000 * scale);
  await withHub({ shops: 100 }, async ({ hub, senders, shops }) => {
    const measure = async (): Promise<string> => {
      const timesMs: number[] = [];
      await sendSteadily(PER_SECOND, WINDOW_MS, (number) => {
        const shop = shops[number % shops.length];
        const sinceMs = performance.now();
        if (shop)
          void senders.sendWoo(shop, number + 1).then(() => timesMs.push(performance.now() - sinceMs));
      });
      await senders.idle();
      return `p50 ${sayQuantile(timesMs, 0.5)} ms, p99 ${sayQuantile(timesMs, 0.99)} ms`;
    };
    await measure(); // warms up
    const without = await measure();
    const drips = dripFrom(hub.said.port, count);
    await sleep(1_000);
    const beside = await measure();
    console.log(
      `${count} senders that drip, cut off and back: others are answered ${without} without them, ${beside} beside them (aim p99 < 50); ${drips.end()} were cut off`,
    );
  });
}

/** Each begins a request and never ends it; one that is cut off comes again. */
function dripFrom(port: number, count: number): { end(): number } {
  const sockets = new Set<Socket>();
  let [isOver, cuts] = [false, 0];
  const open = (): void => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('POST /v1/hooks/clover HTTP/1.1\r\nHost: x\r\nX: '),
    );
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (isOver) return;
      cuts += 1;
      open();
    });
  };
  for (let number = 0; number < count; number += 1) open();
  const beat = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x');
  }, 500);
  return {
    end: () => {
      isOver = true;
      clearInterval(beat);
      for (const socket of sockets) socket.destroy();
      return cuts;
    },
  };
}
