const KEPT_AS = 'tillbridge.token';
const IN_FRAGMENT = /(?:^#|&)token=([0-9a-f]{16,200})/i;

/** Whether the address brings a token. */
export const hasToken = ({ hash }: Pick<Location, 'hash'>): boolean => IN_FRAGMENT.test(hash);

/**
 * The token that makes this page the window. It comes in the address once; it is kept for this tab only and taken out of
 * the address, so that it is not in what a person copies or bookmarks.
 */
export function takeToken(window: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const { location, history, sessionStorage } = window;
  const given = IN_FRAGMENT.exec(location.hash)?.[1];
  if (given === undefined) return sessionStorage.getItem(KEPT_AS) ?? '';
  sessionStorage.setItem(KEPT_AS, given);
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  return given;
}
