import { Stack, Text } from '@mantine/core';
import type { StockRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Column } from '../../components/virtual-table.tsx';
import { formatPieces, STOCK_WORDS, saySoldOut } from './stock-words.ts';

export const STOCK_COLUMNS: readonly Column<StockRowShape>[] = [
  {
    key: 'name',
    title: 'Product',
    width: 'minmax(170px, 1.6fr)',
    cell: ({ name, sku }) => (
      <Stack gap={0}>
        <Text span size="sm" fw={500} truncate title={name}>
          {name}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {sku || 'no SKU'}
        </Text>
      </Stack>
    ),
  },
  {
    key: 'word',
    title: 'Stock',
    width: '132px',
    cell: ({ word }) => <StatusBadge {...STOCK_WORDS[word]} />,
  },
  { key: 'till', title: 'Till', width: '52px', isNumber: true, cell: ({ till }) => formatPieces(till) },
  { key: 'store', title: 'Store', width: '52px', isNumber: true, cell: ({ store }) => formatPieces(store) },
  {
    key: 'threshold',
    title: 'Low at',
    width: '76px',
    isNumber: true,
    cell: ({ threshold, hasOwnThreshold, word }) =>
      word === 'untracked' ? (
        '–'
      ) : (
        <Text span size="sm" {...(hasOwnThreshold ? {} : { c: 'dimmed' })}>
          {formatPieces(threshold)}
          {hasOwnThreshold && ' (own)'}
        </Text>
      ),
  },
  {
    key: 'soldOut',
    title: 'Sold out by hand',
    width: '196px',
    cell: ({ soldOut }) =>
      soldOut ? (
        <Text span size="sm">
          {saySoldOut(soldOut)}
        </Text>
      ) : (
        <Text span size="sm" c="dimmed">
          no
        </Text>
      ),
  },
];
