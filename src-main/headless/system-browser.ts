import type { Surroundings } from './surroundings.ts';

/**
 * Shows an address in the system's own browser. A Linux box without a screen is left alone: a browser of the
 * terminal would open there.
 * @returns whether it was tried
 */
export async function showInBrowser(
  address: string,
  { platform, env }: Pick<Surroundings, 'platform' | 'env'>,
): Promise<boolean> {
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return false;
  const { default: open } = await import('open');
  const child = await open(address);
  // The address was printed: a computer without an opener loses nothing.
  child.once('error', () => undefined);
  child.unref();
  return true;
}
