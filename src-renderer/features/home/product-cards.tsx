import { Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { LinkStatusShape, StatusShape } from '../../../src-preload/contract/shapes.ts';
import { formatCount } from '../../components/money.ts';
import { ProductStatus } from '../../components/product-status.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import { showProducts } from './list-needs.ts';

const STATUSES = ['synced', 'waiting', 'error', 'conflict', 'deleted'] as const;

/** How many products are in each state; a figure opens them. */
export function ProductCards({ status }: { readonly status: StatusShape }) {
  const { products, lastSyncMs } = status;
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Products')}>
      <Group justify="space-between">
        <Title order={2}>{t('Products and their variants')}</Title>
        <Text size="sm" c="dimmed">
          {lastSyncMs === null ? (
            t('Never synced')
          ) : (
            <Trans i18nKey="Last sync <ago/>" components={{ ago: <TimeAgo atMs={lastSyncMs} /> }} />
          )}
        </Text>
      </Group>
      <div className="tb-figures">
        {STATUSES.map((name) => (
          <ProductFigure key={name} status={name} count={products[name] ?? 0} />
        ))}
      </div>
    </Stack>
  );
}

function ProductFigure({ status, count }: { readonly status: LinkStatusShape; readonly count: number }) {
  return (
    <UnstyledButton className="tb-figure-button" onClick={() => showProducts(status)}>
      <Text component="span" display="block" fz={28} fw={600} className="tb-tabular">
        {formatCount(count)}
      </Text>
      <ProductStatus status={status} />
    </UnstyledButton>
  );
}
