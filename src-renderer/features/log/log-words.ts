import type { LogEntryShape } from '../../../src-preload/contract/shapes.ts';
import type { Tone } from '../../components/tone.ts';
import { t } from '../../i18n/i18n.ts';
import { dateLocale } from '../../i18n/locale.ts';
import { nameSetting } from '../settings/setting-words.ts';

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

/** How grave an entry is. */
export const LEVEL_FACES: Readonly<
  Record<LogEntryShape['level'], { readonly tone: Tone; readonly word: string }>
> = {
  error: { tone: 'bad', word: t('Error') },
  warn: { tone: 'waiting', word: t('Warning') },
  info: { tone: 'accent', word: t('Info') },
  debug: { tone: 'quiet', word: t('Detail') },
};

const SIDE_WORDS: Readonly<Record<string, string>> = {
  till: t('Till'),
  store: t('Store'),
  app: 'Tillbridge',
};
export const LOG_SIDES = ['till', 'store', 'app'] as const;

const ACTION_WORDS: Readonly<Record<string, string>> = {
  alert: t('Alert', { context: 'kind' }),
  approve: t('Approval', { context: 'kind' }),
  bug: t('Bug', { context: 'kind' }),
  clean: t('Clean', { context: 'kind' }),
  compare: t('Compare', { context: 'kind' }),
  conflict: t('Conflict', { context: 'kind' }),
  connection: t('Connection', { context: 'kind' }),
  crash: t('Crash', { context: 'kind' }),
  create: t('Create', { context: 'kind' }),
  delete: t('Delete', { context: 'kind' }),
  import: t('Import', { context: 'kind' }),
  order: t('Order', { context: 'kind' }),
  outage: t('Outage', { context: 'kind' }),
  pin: t('Pin', { context: 'kind' }),
  plan: t('Plan', { context: 'kind' }),
  price: t('Price', { context: 'kind' }),
  print: t('Print', { context: 'kind' }),
  refused: t('Refused', { context: 'kind' }),
  setting: t('Setting', { context: 'kind' }),
  'sold-out': t('Sold out', { context: 'kind' }),
  start: t('Start', { context: 'kind' }),
  stock: t('Stock', { context: 'kind' }),
  undo: t('Undo', { context: 'kind' }),
  unlink: t('Unlink', { context: 'kind' }),
  unresponsive: t('Unresponsive', { context: 'kind' }),
  update: t('Update', { context: 'kind' }),
  webhook: t('Webhook', { context: 'kind' }),
  window: t('Window', { context: 'kind' }),
};

/** The text with a capital at its start. */
export const startSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const nameSide = (side: string): string => SIDE_WORDS[side] ?? side;
export const nameAction = (action: string): string =>
  ACTION_WORDS[action] ?? startSentence(action.replaceAll(/[._-]/g, ' '));

/** What the engine names by words of its own; a product's name is nobody's but the merchant's. */
const ENTITY_WORDS: Readonly<Record<string, string>> = {
  relay: t('relay'),
  webhooks: t('webhooks'),
  links: t('links'),
  desktop: t('desktop'),
  engine: t('engine'),
  'test ticket': t('test ticket'),
  'Weekly report': t('Weekly report'),
  'e-mail': t('e-mail'),
  'lost-order': t('lost order'),
  'failed-print': t('failed print'),
  'sync-error': t('sync error'),
  'missing-prerequisite': t('missing prerequisite'),
  'low-stock': t('low stock'),
  'odd-price': t('odd price'),
  'import-ended': t('import ended'),
  'weekly-report': t('weekly report'),
};
const RUN = /^run (\d+)$/;
const ORDER = /^order (\S+)$/;
/** Kinds of entries that are about a product, or may be. */
const OF_PRODUCTS: ReadonlySet<string> = new Set([
  'conflict',
  'create',
  'delete',
  'pin',
  'price',
  'sold-out',
  'stock',
  'update',
]);

/** What an entry is about, as a person calls it. */
export function nameEntity({ action, entity }: Pick<LogEntryShape, 'action' | 'entity'>): string {
  if (action === 'setting') return nameSetting(entity);
  if (OF_PRODUCTS.has(action)) return startSentence(entity);
  const [runId, number] = [RUN.exec(entity)?.[1], ORDER.exec(entity)?.[1]];
  if (runId !== undefined) return t('Run {{id}}', { id: runId });
  if (number !== undefined) return t('Order {{number}}', { number });
  const word = ENTITY_WORDS[entity];
  if (action === 'connection') return word ?? nameSide(entity);
  return startSentence(word ?? SIDE_WORDS[entity] ?? entity);
}

const MOMENT = new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'medium' });

/** A moment to the second: several entries share a minute. */
export const formatLogMoment = (atMs: number): string => MOMENT.format(atMs);
