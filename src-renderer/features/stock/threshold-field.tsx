import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { StockRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { useStock } from '../../state/stock.ts';

const MOST = 100_000;

/** From which count on this product is low; its own, or the one for all. */
export function ThresholdField({ row }: { readonly row: StockRowShape }) {
  const { isBusy, setThreshold } = useStock();
  const [typed, setTyped] = useState(String(row.threshold));
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const isRight = /^\d+$/.test(typed.trim()) && Number(typed) <= MOST;
    setIsWrong(!isRight);
    if (isRight) void setThreshold(row, Number(typed));
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <TextInput
          w={220}
          label={t('Low at')}
          description={t(row.hasOwnThreshold ? 'Set for this product' : 'Pieces; as for all products')}
          error={isWrong ? t('A whole number from 0 on is needed.') : undefined}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={isBusy} disabled={typed === String(row.threshold)}>
          {t('Keep')}
        </Button>
        {row.hasOwnThreshold && (
          <Button variant="subtle" onClick={() => void setThreshold(row, null)}>
            {t('As for all')}
          </Button>
        )}
      </Group>
    </form>
  );
}
