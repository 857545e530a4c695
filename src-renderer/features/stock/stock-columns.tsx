import { Stack, Text } from '@mantine/core';
import type { StockRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Column } from '../../components/virtual-table.tsx';
import { t } from '../../i18n/i18n.ts';
import { formatPieces, STOCK_WORDS, tellSoldOut } from './stock-words.ts';

/** Since when or until when it is off, and by whom; nothing of what is for sale. */
function tellOff(soldOut: StockRowShape['soldOut'], word: StockRowShape['word']): string[] {
  if (soldOut) return [tellSoldOut(soldOut)];
  return word === 'sold-out' ? [t('Switched off on the till or in the store')] : [];
}

export const STOCK_COLUMNS: readonly Column<StockRowShape>[] = [
  {
    key: 'name',
    title: t('Product'),
    width: 'minmax(150px, 1fr)',
    cell: ({ name, sku, soldOut, word }) => (
      <Stack gap={0}>
        <Text span size="sm" fw={500} truncate title={name}>
          {name}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {[...tellOff(soldOut, word), sku || t('no SKU')].join(' · ')}
        </Text>
      </Stack>
    ),
  },
  {
    key: 'word',
    title: t('State'),
    width: '154px',
    cell: ({ word }) => <StatusBadge {...STOCK_WORDS[word]} />,
  },
  {
    key: 'till',
    title: t('On the till'),
    width: '60px',
    isNumber: true,
    cell: ({ till }) => formatPieces(till),
  },
  {
    key: 'store',
    title: t('In the store'),
    width: '60px',
    isNumber: true,
    cell: ({ store }) => formatPieces(store),
  },
  {
    key: 'threshold',
    title: t('Low at'),
    width: '72px',
    isNumber: true,
    cell: ({ threshold, hasOwnThreshold, word }) =>
      word === 'untracked' ? (
        '–'
      ) : (
        <Text span size="sm" {...(hasOwnThreshold ? {} : { c: 'dimmed' })}>
          {formatPieces(threshold)}
          {hasOwnThreshold && ` (${t('own')})`}
        </Text>
      ),
  },
];
