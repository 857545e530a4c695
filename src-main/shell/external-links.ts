/** Clover's own dashboards; a connected store's address is added as it is connected. */
const CLOVER_ORIGINS: ReadonlySet<string> = new Set([
  'https://www.clover.com',
  'https://www.eu.clover.com',
  'https://www.la.clover.com',
  'https://sandbox.dev.clover.com',
]);

/**
 * The address to show in the person's browser, or null when it may not be.
 * @param storeUrl the connected store's address, null while there is none
 */
export function findExternalLink(address: string, storeUrl: string | null): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const isStore = storeUrl !== null && URL.canParse(storeUrl) && new URL(storeUrl).origin === url.origin;
  return isStore || CLOVER_ORIGINS.has(url.origin) ? url.href : null;
}
