import { shell } from 'electron';
import type { Connections } from '../engine/face.ts';
import { findExternalLink } from './external-links.ts';

/** Shows an address in the person's browser when it is one of those that may be; else nothing happens. */
export const openLinkOf =
  (connections: Pick<Connections, 'readStore'>) =>
  (address: string): void => {
    const link = findExternalLink(address, connections.readStore()?.store.url ?? null);
    if (link !== null) void shell.openExternal(link);
  };
