import type { InputOf } from '../../../src-preload/contract/channels.ts';
import { t } from '../../i18n/i18n.ts';

export type Region = InputOf<'till:connect'>['environment'];
/** A practice till that runs on this computer can be chosen like a region. */
export type RegionChoice = Region | 'practice';

export const REGION_WORDS: Readonly<Record<Region, string>> = {
  na: t('North America'),
  eu: t('Europe'),
  la: t('Latin America'),
  sandbox: t('Sandbox (a test merchant)'),
};

export const isRegion = (value: string): value is Region => Object.hasOwn(REGION_WORDS, value);

/** What a person chooses from. */
export const listRegions = (canPractise: boolean): { value: RegionChoice; label: string }[] => [
  ...(Object.keys(REGION_WORDS) as Region[]).map((value) => ({ value, label: REGION_WORDS[value] })),
  ...(canPractise ? [{ value: 'practice' as const, label: t('Practice till (on this computer)') }] : []),
];
