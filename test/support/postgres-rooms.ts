import { randomBytes } from 'node:crypto';
import { openClusterStorage } from '../../src-hub/cluster/cluster-storage.ts';
import type { HubTime } from '../../src-hub/runtime/time.ts';
import { type HubRoomsOptions, type RoomsUnderTest, startHubRoomsOn } from './hub-rooms.ts';
import type { PostgresServer } from './postgres-server.ts';

/** A hub's rooms on an empty database of the server. */
export const openRoomsOnPostgres = async (
  server: PostgresServer,
  options: HubRoomsOptions = {},
): Promise<RoomsUnderTest & { readonly databaseUrl: string }> =>
  openRoomsAt(await server.createDatabase(), options);

/** Another process on the same database. */
export async function openRoomsAt(
  databaseUrl: string,
  options: HubRoomsOptions = {},
): Promise<RoomsUnderTest & { readonly databaseUrl: string }> {
  const open = (time: HubTime) =>
    openClusterStorage(databaseUrl, null, {
      ...{ time, say: { warn: () => undefined }, makeBytes: randomBytes },
      ...{ homeUrl: 'https://hub.example.com', listenUrl: databaseUrl },
    });
  return { ...(await startHubRoomsOn(open, options)), databaseUrl };
}
