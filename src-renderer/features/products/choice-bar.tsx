import { Button, Group, Text } from '@mantine/core';
import { RefreshCw, Unlink } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { formatCount } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { type ProductFilter, useProducts } from '../../state/products.ts';

export interface ChoiceBarProps {
  readonly filter: ProductFilter;
  /** How many the filter finds. */
  readonly total: number;
  /** How many there are. */
  readonly all: number;
}

/** How many are shown and chosen, and what can be done with the chosen ones. */
export function ChoiceBar({ filter, total, all }: ChoiceBarProps) {
  const { chosen, isBusy, resynced, failure, chooseAll, chooseNone, resync, unlink } = useProducts();
  const [isAsking, setIsAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    await unlink([...chosen]);
    setIsAsking(false);
  };
  return (
    <>
      {failure && <FailureNotice failure={failure} />}
      <Group justify="space-between" gap="sm" mih={36}>
        <Text size="sm" c="dimmed">
          {total < all
            ? t('{{found}} of {{count, number}} products and variants', {
                count: all,
                found: formatCount(total),
              })
            : t('{{count, number}} products and variants', { count: total })}
          {chosen.size > 0 && ` · ${t('{{count, number}} chosen', { count: chosen.size })}`}
          {resynced !== null && <span role="status"> · {sayResynced(resynced)}</span>}
        </Text>
        <Group gap="xs">
          {chosen.size < all && (
            <Button size="xs" variant="subtle" loading={isBusy} onClick={() => void chooseAll(filter)}>
              {t('Choose all {{number}}', { number: formatCount(total) })}
            </Button>
          )}
          {chosen.size > 0 && (
            <>
              <Button size="xs" variant="subtle" onClick={chooseNone}>
                {t('Choose none')}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<RefreshCw size={14} aria-hidden />}
                onClick={() => void resync([...chosen])}
              >
                {t('Re-sync {{number}}', { number: formatCount(chosen.size) })}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<Unlink size={14} aria-hidden />}
                onClick={() => setIsAsking(true)}
              >
                {t('Unlink {{count, number}}', { count: chosen.size })}
              </Button>
            </>
          )}
        </Group>
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Unlink {{count, number}} products?', { count: chosen.size })}
        text={UNLINK_TEXT}
        word={t('Unlink {{count, number}} products', { count: chosen.size })}
        isDangerous
        isBusy={isBusy}
        confirm={() => void confirm()}
        close={() => setIsAsking(false)}
      />
    </>
  );
}

/** What a re-sync began. */
export const sayResynced = (count: number): string =>
  t('{{count, number}} products are looked at again on both sides now.', { count });

/** What unlinking does, and what it does not. */
export const UNLINK_TEXT = t(
  'Tillbridge forgets that they belong together, with their variants, pins and what was last agreed. Nothing is changed on the till or in the store. The next plan looks for a match again.',
);
