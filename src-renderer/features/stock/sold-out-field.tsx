import { Button, Group, Menu, Stack, Text, TextInput, Title } from '@mantine/core';
import { CircleSlash, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { StockRowShape } from '../../../src-preload/contract/live-shapes.ts';
import { HelpText } from '../../components/help-text.tsx';
import { useNow } from '../../components/use-now.ts';
import { t } from '../../i18n/i18n.ts';
import { useStock } from '../../state/stock.ts';
import { listReturns, readReturn, saySoldOut } from './stock-words.ts';

/** Off on both sides by hand, whatever the count, and the time when it comes back by itself. */
export function SoldOutField({ row }: { readonly row: StockRowShape }) {
  const { isBusy, setSoldOut } = useStock();
  return (
    <Stack component="section" gap="xs" align="flex-start" aria-label={t('Sold out')}>
      <Title order={3} size="h4">
        {t('Sold out')}
      </Title>
      {row.soldOut ? (
        <>
          <Text>
            {t('Off on the till and in the store.')}{' '}
            {row.soldOut.backMs === null
              ? `${saySoldOut(row.soldOut)}.`
              : t('{{until}}, then it is for sale again by itself.', { until: saySoldOut(row.soldOut) })}
          </Text>
          <Button
            leftSection={<Undo2 size={16} aria-hidden />}
            loading={isBusy}
            onClick={() => void setSoldOut(row, null)}
          >
            {t('Put it back on sale')}
          </Button>
        </>
      ) : (
        <>
          <HelpText>{t('Takes it off the till and the store at once, whatever the count says.')}</HelpText>
          <SoldOutMenu row={row} />
        </>
      )}
    </Stack>
  );
}

function SoldOutMenu({ row }: { readonly row: StockRowShape }) {
  const { isBusy, setSoldOut } = useStock();
  const nowMs = useNow();
  const [isTyping, setIsTyping] = useState(false);
  const [typed, setTyped] = useState('');
  const untilMs = readReturn(typed, nowMs);
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" loading={isBusy} leftSection={<CircleSlash size={16} aria-hidden />}>
            {t('Sold out…')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {listReturns(nowMs).map(({ word, untilMs: until }) => (
            <Menu.Item key={word} onClick={() => void setSoldOut(row, { untilMs: until })}>
              {word}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setIsTyping(true)}>{t('Sold out until another time…')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isTyping && (
        <Group align="flex-end" gap="sm">
          <TextInput
            type="datetime-local"
            label={t('Back on sale at')}
            error={
              typed !== '' && untilMs === null ? t('A time that is still to come is needed.') : undefined
            }
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            disabled={untilMs === null}
            loading={isBusy}
            onClick={() => void setSoldOut(row, { untilMs })}
          >
            {t('Sold out until then')}
          </Button>
        </Group>
      )}
    </>
  );
}
