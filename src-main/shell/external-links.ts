/** Clover's own dashboards; a connected store's address is added as it is connected. */
const CLOVER_ORIGINS: ReadonlySet<string> = new Set([
  'https://www.clover.com',
  'https://www.eu.clover.com',
  'https://www.la.clover.com',
  'https://sandbox.dev.clover.com',
]);

/** Where practice tills are. */
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

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

/**
 * Whether it is the page on which a store's owner hands keys over (woocommerce.md 6): of any store, since it is not
 * connected yet, or of a practice store on this computer.
 */
export function isApprovalPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return (
    isWeb && url.pathname.endsWith('/wc-auth/v1/authorize') && url.username === '' && url.password === ''
  );
}

/** Whether it is the page where a merchant lets an app in: Clover's own, or that of a practice till on this computer. */
export function isLoginPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const isOurs = CLOVER_ORIGINS.has(url.origin) || (url.protocol === 'http:' && LOOPBACK.test(url.hostname));
  return isOurs && url.pathname === '/oauth/v2/authorize' && url.username === '' && url.password === '';
}
