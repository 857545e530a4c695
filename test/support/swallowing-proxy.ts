import { createServer, Socket } from 'node:net';

/** What connects two, and can be cut. */
export interface Line {
  /** From now on nothing gets through in either direction, and nobody is told: as a network that is cut off. */
  swallow(): void;
  /** New connections get through; what becomes of those of before is the line's own affair. */
  heal(): void;
}

/** Stands between a node and its database. Connections that it has swallowed from stay dead. */
export interface SwallowingProxy extends Line {
  readonly port: number;
  close(): Promise<void>;
}

export async function startSwallowingProxy(targetPort: number): Promise<SwallowingProxy> {
  let isSwallowing = false;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };

  const server = createServer((near) => {
    keep(near);
    if (isSwallowing) return;
    const far = new Socket().connect(targetPort, '127.0.0.1');
    keep(far);
    let isDead = false;
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (data) => {
        isDead ||= isSwallowing;
        if (!isDead) to.write(data);
      });
      from.on('close', () => {
        isDead ||= isSwallowing;
        if (!isDead) to.destroy();
      });
    };
    pass(near, far);
    pass(far, near);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    swallow: () => {
      isSwallowing = true;
    },
    heal: () => {
      isSwallowing = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}
