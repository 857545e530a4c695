import { isOpenAt, type OpeningHours, readDailyHours, readShopMoment } from '../../domain/opening-hours.ts';
import { completeSettings } from '../../domain/settings.ts';
import type { OpenConnections } from '../connections.ts';
import type { Ledger } from '../ledger-ports.ts';
import type { Clock } from '../ports.ts';

/** Opening hours change seldom: asked for again after this long. */
const FRESH_MS = 6 * 60 * 60 * 1000;

/** Whether the shop is open now, by the till or by what a person set. */
export interface ShopHours {
  /** Asks the till where that is long ago; what it refuses is not asked again soon. */
  refresh(): Promise<void>;
  /** null where nobody says. */
  isOpen(): boolean | null;
}

export function createShopHours(
  ledger: Pick<Ledger, 'settings'>,
  clock: Clock,
  connections: Pick<OpenConnections, 'openTill' | 'readTill'>,
): ShopHours {
  let kept: {
    readonly merchantId: string;
    readonly atMs: number;
    readonly hours: OpeningHours | null;
  } | null = null;
  const readSetting = (): string => completeSettings(ledger.settings.all())['poll.hours'];
  const readHours = (): OpeningHours | null => {
    const setting = readSetting();
    if (setting === 'always') return null;
    if (setting !== 'till') return readDailyHours(setting);
    return kept?.merchantId === connections.readTill()?.merchant.merchantId ? (kept?.hours ?? null) : null;
  };
  return {
    refresh: async () => {
      const merchantId = connections.readTill()?.merchant.merchantId;
      if (merchantId === undefined || readSetting() !== 'till') return;
      const atMs = clock.monotonicMs();
      if (kept?.merchantId === merchantId && atMs - kept.atMs < FRESH_MS) return;
      const till = await connections.openTill();
      if (!till.ok) return;
      const hours = await till.value.readOpeningHours();
      if (hours.kind === 'done' || hours.kind === 'rejected')
        kept = { merchantId, atMs, hours: hours.kind === 'done' ? hours.value : null };
    },
    isOpen: () => {
      const hours = readHours();
      const moment = readShopMoment(clock.nowMs(), connections.readTill()?.merchant.timezone ?? '');
      return hours === null || moment === null ? null : isOpenAt(hours, moment);
    },
  };
}
