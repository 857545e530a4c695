import { Group, List, Stack, Text } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import type { StockRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { t } from '../../i18n/i18n.ts';

/** Sold more often than there were pieces: only a person can say who goes without. */
export function OversoldNotice({ row }: { readonly row: StockRowShape }) {
  const missing = -Math.min(row.till ?? 0, row.store ?? 0);
  return (
    <div className="tb-tone tb-notice" data-tone="bad">
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <CircleAlert size={20} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <Stack gap={6} flex={1}>
          <Text fw={600}>
            {t('{{count, number}} pieces were sold that were not there.', { count: missing })}
          </Text>
          <Text size="sm">{t('Both sides sold it at the same time. Do one of these:')}</Text>
          <List size="sm">
            <List.Item>
              {t('Cancel one of its orders; the newest stand below. The count then rises by itself.')}
            </List.Item>
            <List.Item>{t('Take it from somewhere else, and count it in at the till.')}</List.Item>
            <List.Item>{t('Let the customers wait: deliver late, and count it in when it comes.')}</List.Item>
          </List>
        </Stack>
      </Group>
    </div>
  );
}
