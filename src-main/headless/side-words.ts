import type { Side } from '../engine/ledger-ports.ts';

/** The two sides as a person may call them. */
export const SIDE_WORDS = ['clover', 'woo', 'till', 'store'] as const;

/** The side of one of those words. */
export const readSide = (word: string): Side => (word === 'clover' || word === 'till' ? 'till' : 'store');

/** What scripts get for a side in single conflicts. */
export const SERVICE_OF_SIDE: Readonly<Record<Side, 'clover' | 'woo'>> = { till: 'clover', store: 'woo' };

/** Where something was written, for people. */
export const PLACE_OF_SIDE: Readonly<Record<Side, string>> = { till: 'on the till', store: 'in the store' };
