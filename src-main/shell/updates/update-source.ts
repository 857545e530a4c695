import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const sourceShape = z.object({
  /** Of the folder with the feeds. */
  url: z.url(),
  /** Public keys, SPKI in DER, in base64; more than one while the maker changes keys. */
  keys: z.array(z.string().min(1)).min(1),
  /** Where electron-updater's own settings lie, in a copy that was not installed. */
  config: z.string().optional(),
});

export interface UpdateSource {
  /** Ends with a slash. */
  readonly url: URL;
  readonly keys: readonly string[];
  /** null in the installed app, which has the file at its place. */
  readonly config: string | null;
}

export interface SourceDeps {
  readonly isPackaged: boolean;
  /** The folder of the app's package.json. */
  readonly appPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Where updates come from and whose they must be. A release has both in its package.json, where the integrity of the
 * program covers them; a copy that was not installed takes them from a file that TILLBRIDGE_UPDATE_SOURCE names.
 * @returns null where there are no updates
 * @throws Error where what is there cannot be used
 */
export function readUpdateSource({ isPackaged, appPath, env }: SourceDeps): UpdateSource | null {
  if (isPackaged) {
    const { updates } = readJson(join(appPath, 'package.json')) as { readonly updates?: unknown };
    if (updates === undefined) return null;
    const { url, keys } = sourceShape.parse(updates);
    return { url: readAddress(url, ['https:']), keys, config: null };
  }
  const file = env.TILLBRIDGE_UPDATE_SOURCE;
  if (!file) return null;
  const { url, keys, config = null } = sourceShape.parse(readJson(file));
  return { url: readAddress(url, ['https:', 'http:']), keys, config };
}

/** @throws Error for another protocol: what is signed may be read by anybody, but not who asks for it */
function readAddress(text: string, protocols: readonly string[]): URL {
  const url = new URL(text.endsWith('/') ? text : `${text}/`);
  if (!protocols.includes(url.protocol)) throw new Error('The address of the updates is not https.');
  return url;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
