import { shell } from 'electron';
import type { Connections } from '../engine/face.ts';
import { findExternalLink, isApprovalPage, isLoginPage } from './external-links.ts';

/** Shows an address in the person's browser when it is one of those that may be; else nothing happens. */
export const openLinkOf =
  (connections: Pick<Connections, 'readStore'>) =>
  (address: string): void => {
    const link = findExternalLink(address, connections.readStore()?.store.url ?? null);
    if (link !== null) void shell.openExternal(link);
  };

/** Shows Clover's page or the store's, where Tillbridge is let in, in the person's browser. @returns whether it was shown */
export function showLoginPage(address: string): boolean {
  if (!isLoginPage(address) && !isApprovalPage(address)) return false;
  void shell.openExternal(address);
  return true;
}
