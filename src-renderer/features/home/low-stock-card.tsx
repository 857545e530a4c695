import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { StockRowShape, StockWordShape } from '../../../src-preload/contract/live-shapes.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useStock } from '../../state/stock.ts';
import { STOCK_WORDS, sayPieces } from '../stock/stock-words.ts';

const ROWS_SHOWN = 5;
/** Conflicts stand before them in the list, and are told elsewhere. */
const ROWS_READ = 50;
const EVERYTHING = { word: null, search: '' } as const;
const URGENT: ReadonlySet<StockWordShape> = new Set(['oversold', 'out', 'low']);

/** What runs out first, by name; all about it is one click away. */
export function LowStockCard() {
  const rows = useUrgentRows();
  if (rows.length === 0) return null;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Running out')}>
      <Title order={2}>{t('Running out')}</Title>
      <ul className="tb-lines">
        {rows.map((row) => (
          <li key={row.linkId}>
            <Group justify="space-between" gap="sm" wrap="nowrap">
              <Anchor component="button" type="button" ta="left" onClick={() => openRow(row)}>
                {row.name}
              </Anchor>
              <Group gap="sm" wrap="nowrap">
                <Text span size="sm" className="tb-figure">
                  {sayLeft(row)}
                </Text>
                <span className="tb-badge-room">
                  <StatusBadge {...STOCK_WORDS[row.word]} />
                </span>
              </Group>
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}

/** The smaller count is what can still be sold. */
const sayLeft = ({ till, store }: StockRowShape): string =>
  sayPieces(till === null || store === null ? (till ?? store) : Math.min(till, store));

function openRow(row: StockRowShape): void {
  useStock.getState().showOnly(null);
  navigate('stock');
  void useStock.getState().open(row);
}

/** The most urgent rows of the stock, read anew whenever a count has changed. */
function useUrgentRows(): readonly StockRowShape[] {
  const version = useStock((s) => s.version);
  const fetchPage = useStock((s) => s.fetchPage);
  const [rows, setRows] = useState<readonly StockRowShape[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another stock
  useEffect(() => {
    let isCurrent = true;
    void fetchPage(ROWS_READ, 0, EVERYTHING).then((page) => {
      if (isCurrent && page.ok)
        setRows(page.value.rows.filter(({ word }) => URGENT.has(word)).slice(0, ROWS_SHOWN));
    });
    return () => {
      isCurrent = false;
    };
  }, [fetchPage, version]);
  return rows;
}
