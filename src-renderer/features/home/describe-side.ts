import type { FailureShape, SideName, StatusShape } from '../../../src-preload/contract/shapes.ts';
import type { Fact } from '../../components/facts.tsx';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';
import { isOffline } from '../frame/is-offline.ts';
import { describeAccess } from '../login/access-words.ts';

const REGIONS = {
  sandbox: t('Sandbox'),
  na: t('North America'),
  eu: t('Europe'),
  la: t('Latin America'),
} as const;

export interface SideFacts {
  readonly name: string;
  readonly isConnected: boolean;
  readonly state: { readonly tone: Tone; readonly word: string };
  readonly facts: readonly Fact[];
}

/** A side of the status in words. */
export function describeSide(side: SideName, { till, store, reach }: StatusShape, nowMs: number): SideFacts {
  const name = (side === 'till' ? till?.name : store?.name) ?? '';
  const isConnected = (side === 'till' ? till : store) !== null;
  return {
    name,
    isConnected,
    state:
      side === 'till' && till?.login?.isLost
        ? { tone: 'bad', word: t('Connect again') }
        : chooseState(isConnected, reach[side]),
    facts: side === 'till' ? listTillFacts(till, nowMs) : listStoreFacts(store),
  };
}

function chooseState(isConnected: boolean, failure: FailureShape | null): SideFacts['state'] {
  if (!isConnected) return { tone: 'quiet', word: t('Not connected') };
  if (!failure) return { tone: 'good', word: t('Ready') };
  return isOffline(failure)
    ? { tone: 'waiting', word: t('Out of reach') }
    : { tone: 'bad', word: t('Connected, not ready') };
}

const listTillFacts = (till: StatusShape['till'], nowMs: number): Fact[] =>
  till
    ? [
        [t('Merchant'), maskId(till.merchantId)],
        [t('Region'), till.isPractice ? t('Practice, on this computer') : REGIONS[till.environment]],
        [t('Currency'), till.currency],
        [t('Time zone'), till.timezone],
        ...(till.login ? ([[t('Access'), describeAccess(till.login, nowMs)]] as const) : []),
      ]
    : [];

const listStoreFacts = (store: StatusShape['store']): Fact[] =>
  store
    ? [
        [t('Address'), store.url],
        ['WooCommerce', store.version],
        [t('Currency'), store.currency],
      ]
    : [];

/** Enough to tell it apart, not enough to use it. */
export const maskId = (id: string): string => (id.length <= 6 ? id : `${id.slice(0, 3)}…${id.slice(-3)}`);
