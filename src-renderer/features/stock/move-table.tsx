import { Table, Text } from '@mantine/core';
import type { StockMoveShape } from '../../../src-preload/contract/live-shapes.ts';
import { formatMoment } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { formatMove, MOVE_WORDS } from './stock-words.ts';

/** Why the count is what it is, the newest movement first. */
export function MoveTable({ moves }: { readonly moves: readonly StockMoveShape[] }) {
  return (
    <Table.ScrollContainer minWidth={460}>
      <Table aria-label={t('Movements')} className="tb-tabular">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('When')}</Table.Th>
            <Table.Th>{t('What')}</Table.Th>
            <Table.Th>{t('Where')}</Table.Th>
            <Table.Th ta="right">{t('Pieces')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moves.map(({ id, atMs, reason, side, orderId, pieces }) => (
            <Table.Tr key={id}>
              <Table.Td>{formatMoment(atMs)}</Table.Td>
              <Table.Td>
                {MOVE_WORDS[reason]}
                {orderId !== null && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    {t('order {{id}}', { id: orderId })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{t(side === 'till' ? 'Till' : 'Store')}</Table.Td>
              <Table.Td ta="right">{formatMove(pieces)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
