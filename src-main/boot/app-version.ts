import { readFileSync } from 'node:fs';

/** The version in package.json, for User-Agent and `--version`. */
export function readAppVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
