import { statfsSync, statSync } from 'node:fs';
import { freemem, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Failure } from '../../domain/failure.ts';
import { maskAddress, maskId } from '../../domain/mask.ts';
import type { Engine, SettingView } from '../../engine/face.ts';
import type { CrashRecord } from '../../log/crash-record.ts';
import type { ArchiveFile } from '../../log/zip.ts';
import type { Census } from '../../store/census.ts';

const OWN_WORDS = '(own words)';
const NUMBER = /^-?\d+(\.\d+)?$/;

const README = `Diagnostics of Tillbridge, for support.

In here: versions, the settings that are a choice or a number, how many rows of each kind there are, which steps wait or
failed and with which code, the newest lines of the log without what they name, the health of the data file, how the
till, the store and the relay are reached, and where in the program it crashed.

Not in here: tokens, keys and passwords; names, e-mails, phone numbers and addresses of customers; names and
descriptions of items; prices; full account numbers and full addresses of the store, the till or the relay. Whatever is
no number, no code and no word of the program itself is left out where it is written.
`;

export interface DiagnosticFacts {
  readonly engine: Pick<Engine, 'connections' | 'settings' | 'hub' | 'sync' | 'status'>;
  readonly census: Census;
  readonly crashes: readonly CrashRecord[];
  readonly version: string;
  readonly dataDir: string;
  readonly nowMs: number;
  readonly isSafe: boolean;
}

/** The files of the diagnostics: each value is a number, a code, a mask, or a word of the program itself. */
export function writeDiagnostics(facts: DiagnosticFacts): ArchiveFile[] {
  const { census, crashes, engine } = facts;
  const json = (name: string, value: unknown): ArchiveFile => ({
    name: `${name}.json`,
    text: `${JSON.stringify(value, null, 1)}\n`,
  });
  return [
    { name: 'README.txt', text: README },
    json('program', describeProgram(facts)),
    json('settings', Object.fromEntries(engine.settings.list().map((one) => [one.key, passSetting(one)]))),
    json('counts', census.counts),
    json('troubles', census.troubles),
    json('log', census.log),
    json('health', { ...census.health, files: sizeFiles(facts.dataDir) }),
    json('connections', describeSides(facts)),
    json('crashes', crashes),
  ];
}

/** A choice or a number as it is set; of a text only whether it is another than at first. */
export function passSetting({
  value,
  initial,
  takes,
}: Pick<SettingView, 'value' | 'initial' | 'takes'>): string {
  const isChoice = takes.split(' | ').includes(value);
  const isNumber = /^a (whole )?number /.test(takes) && NUMBER.test(value);
  return value === initial || isChoice || isNumber ? value : OWN_WORDS;
}

function describeProgram({ version, nowMs, isSafe, dataDir }: DiagnosticFacts) {
  return {
    version,
    atMs: nowMs,
    isSafeMode: isSafe,
    system: { platform: process.platform, release: release(), architecture: process.arch },
    node: process.versions.node,
    electron: process.versions.electron ?? null,
    chrome: process.versions.chrome ?? null,
    language: Intl.DateTimeFormat().resolvedOptions().locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    uptimeSeconds: Math.round(process.uptime()),
    memoryBytes: { total: totalmem(), free: freemem(), own: process.memoryUsage.rss() },
    disk: readDisk(dataDir),
  };
}

function readDisk(folder: string): { readonly freeBytes: number; readonly totalBytes: number } | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    // A file system that does not say is a fact too.
    if (typeof (error as NodeJS.ErrnoException).code === 'string') return null;
    throw error;
  }
}

function sizeFiles(dataDir: string): Readonly<Record<string, number | null>> {
  const sizeOf = (name: string): number | null =>
    statSync(join(dataDir, name), { throwIfNoEntry: false })?.size ?? null;
  return {
    data: sizeOf('tillbridge.sqlite'),
    writeAhead: sizeOf('tillbridge.sqlite-wal'),
    secrets: sizeOf('secrets.sealed'),
  };
}

const codesOf = (failures: readonly Failure[]): string[] => failures.map(({ code }) => code);

function describeSides({ engine }: DiagnosticFacts) {
  const till = engine.connections.readTill();
  const store = engine.connections.readStore();
  const login = engine.connections.readTillLogin();
  const hub = engine.hub.state();
  const { addOns, lastSyncMs, queue, warnings } = engine.status();
  return {
    till: till && {
      environment: till.environment,
      account: maskId(till.merchant.merchantId),
      country: passCode(till.merchant.country),
      currency: passCode(till.merchant.currency),
      pricesIncludeTax: till.merchant.pricesIncludeTax,
      tracksStock: till.merchant.tracksStock,
      permissions: Object.fromEntries(
        Object.entries(till.permissions).map(([area, right]) => [passWord(area), passWord(right)]),
      ),
      warnings: codesOf(till.warnings),
      isByPage: till.login !== undefined,
      login: login && {
        accessEndsMs: login.accessEndsMs,
        refreshEndsMs: login.refreshEndsMs,
        lost: login.lost?.code,
      },
    },
    store: store && {
      address: maskAddress(store.store.url),
      isSafeAddress: store.store.url.startsWith('https:'),
      version: /^\d[\d.]{0,15}/.exec(store.store.version)?.[0] ?? '',
      currency: passCode(store.store.currency),
      priceDecimals: store.store.priceDecimals,
      pricesIncludeTax: store.store.pricesIncludeTax,
      calculatesTaxes: store.store.calculatesTaxes,
      managesStock: store.store.managesStock,
      warnings: codesOf(store.warnings),
      addOns: addOns?.system ? passWord(addOns.system) : null,
    },
    relay: {
      word: hub.word,
      address: hub.connection && maskAddress(hub.connection.url),
      device: hub.connection && maskId(hub.connection.deviceId),
      failure: hub.failure?.code ?? null,
      refusal: hub.refusal?.code ?? null,
      isHinted: hub.isHinted,
      lastHintMs: hub.lastHintMs,
    },
    sync: { lastSyncMs, queue, warnings: codesOf(warnings), away: describeAway(engine.sync.state().away) },
  };
}

const describeAway = (away: { readonly till: Failure | null; readonly store: Failure | null }) => ({
  till: away.till?.code ?? null,
  store: away.store?.code ?? null,
});

/** `USD`, `US`. */
const passCode = (text: string): string => (/^[A-Z]{2,3}$/.test(text) ? text : OWN_WORDS);
const passWord = (text: string): string => (/^[a-zA-Z_-]{1,24}$/.test(text) ? text : OWN_WORDS);
