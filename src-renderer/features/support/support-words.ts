import type { EngineStateShape, SupportShape } from '../../../src-preload/contract/support-channels.ts';
import { t } from '../../i18n/i18n.ts';

/** What happened and what it means, for the banner of safe mode. */
export function saySafeMode({ reason, failure }: EngineStateShape): string {
  if (reason === 'asked')
    return t(
      'Tillbridge was started in safe mode: everything can be read, nothing is written to either side.',
    );
  if (reason === 'data' && failure)
    return t(
      '{{what}} Nothing is written to either side until that is mended; it is tried again by itself.',
      {
        what: failure.message,
      },
    );
  return t(
    'Tillbridge failed four times within ten minutes and now rests: everything can be read, nothing is written to either side. Nothing is lost.',
  );
}

/** What a file of the diagnostics holds, by its name in the archive. */
export const INSIDE_WORDS: Readonly<Record<string, string>> = {
  'README.txt': t('What is in here, and what is not'),
  'program.json': t('Versions of Tillbridge and the system, memory, room on the disk'),
  'settings.json': t('Settings that are a choice or a number'),
  'counts.json': t('How many rows there are of each kind'),
  'troubles.json': t('Which steps wait or failed, with their codes'),
  'log.json': t('The newest lines of the log, without names and texts'),
  'health.json': t('Whether the data file is sound'),
  'connections.json': t('Region, versions and rights of both sides, with masked ids'),
  'crashes.json': t('Where in the program it failed'),
};

/** For a message to support; read there, so it is in English whatever the window speaks. */
export function writeSupportText({
  version,
  system,
  engine,
  till,
  store,
  isPaired,
  ...last
}: SupportShape): string {
  const at = (atMs: number): string => new Date(atMs).toISOString();
  const { lastError, lastCrash } = last;
  return [
    `Tillbridge ${version} (${system})`,
    `Engine: ${engine.mode}${engine.reason === null ? '' : `, ${engine.reason}`}, restarts ${engine.restarts}`,
    till
      ? `Clover: ${till.environment}, ${till.country}, ${till.currency}, merchant ${till.account}`
      : 'Clover: none',
    store ? `WooCommerce: ${store.version}, ${store.address}` : 'WooCommerce: none',
    `Relay: ${isPaired ? 'paired' : 'none'}`,
    lastError
      ? `Last error: ${at(lastError.atMs)} ${lastError.action} ${lastError.code}`.trimEnd()
      : 'Last error: none',
    lastCrash
      ? `Last crash: ${at(lastCrash.atMs)} ${lastCrash.where}: ${lastCrash.what}`
      : 'Last crash: none',
  ].join('\n');
}
