import { separateNetwork } from './network-apart.ts';
import { type Line, startSwallowingProxy } from './swallowing-proxy.ts';

/** What lies between a node, its database and everybody else. */
export interface NodeSurroundings {
  /** To the database: for its statements, and for what it listens on. */
  readonly line: Line;
  readonly wakeLine: Line;
  /** To everybody else; null where that cannot be cut. */
  readonly door: Line | null;
  /** That the node listens on. */
  readonly address: string;
  /** What runs it there. */
  readonly wrapper: readonly string[];
  /** The database as the node sees it. */
  readonly databaseUrl: string;
  readonly listenUrl: string;
  clear(): Promise<void>;
}

/** On this machine's loopback, with something between node and database that can swallow what passes. */
export async function surroundByProxies(databaseUrl: string, isDirect: boolean): Promise<NodeSurroundings> {
  const port = Number(new URL(databaseUrl).port);
  const [line, wakeLine] = [await startSwallowingProxy(port), await startSwallowingProxy(port)];
  const through = (proxyPort: number): string =>
    isDirect ? databaseUrl : databaseUrl.replace(`:${port}/`, `:${proxyPort}/`);
  return {
    ...{ line, wakeLine, door: null, address: '127.0.0.1', wrapper: [] },
    databaseUrl: through(line.port),
    listenUrl: through(wakeLine.port),
    clear: async () => {
      await line.close();
      await wakeLine.close();
    },
  };
}

/** In a network of its own, as on a machine of its own. The database is to listen at `databaseSides`. */
export async function layCables() {
  const network = await separateNetwork();
  const [line, wakeLine, door] = [network.lay(), network.lay(), network.lay()];
  return {
    databaseSides: [line.near, wakeLine.near],
    surround: (databaseUrl: string): NodeSurroundings => ({
      ...{ line, wakeLine, door, address: door.far, wrapper: network.wrapper },
      databaseUrl: databaseUrl.replace('127.0.0.1', line.near),
      listenUrl: databaseUrl.replace('127.0.0.1', wakeLine.near),
      clear: network.close,
    }),
  };
}
