import { Group, Stack, Table, Text, Title } from '@mantine/core';
import type { HeldWriteShape } from '../../../src-preload/contract/rehearsal-channels.ts';
import { type Fact, Facts } from '../../components/facts.tsx';
import { nameFieldFirst } from '../../components/field-name.ts';
import { formatFieldValue } from '../../components/field-value.ts';
import { formatMoney } from '../../components/money.ts';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { formatMoment } from '../../components/time.tsx';
import { t, tell } from '../../i18n/i18n.ts';
import { useRehearsal } from '../../state/rehearsal.ts';
import { useStatus } from '../../state/status.ts';
import { FLAG_FACES, nameHeld, nameSide, sayHeld } from './held-words.ts';

/** All about one write that was held back. */
export function HeldDrawer() {
  const { opened, close } = useRehearsal();
  return (
    <SideDrawer isOpen={opened !== null} title={opened ? nameHeld(opened) : ''} close={close}>
      {opened && <HeldContent write={opened} />}
    </SideDrawer>
  );
}

function HeldContent({ write }: { readonly write: HeldWriteShape }) {
  const currency = useStatus((s) => s.status?.till?.currency ?? '');
  return (
    <>
      {write.flags.length > 0 && (
        <Group gap="sm">
          {write.flags.map((flag) => (
            <StatusBadge key={flag} {...FLAG_FACES[flag]} />
          ))}
        </Group>
      )}
      {write.act && <Text>{sayHeld(write, currency)}</Text>}
      <Facts facts={listFacts(write)} />
      {write.fields.length > 0 && <FieldTable write={write} currency={currency} />}
      {write.order && <HeldTicket order={write.order} />}
    </>
  );
}

const listFacts = (write: HeldWriteShape): Fact[] => [
  [t('Where'), nameSide(write)],
  [t('When'), formatMoment(write.atMs)],
  ...(write.reason === null ? [] : [[t('Why'), tell(write.reason)] as const]),
  ...(write.sku === '' ? [] : [['SKU', write.sku] as const]),
];

function FieldTable({ write, currency }: { readonly write: HeldWriteShape; readonly currency: string }) {
  const isConflict = write.kind === 'conflict';
  return (
    <Table verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('Field')}</Table.Th>
          <Table.Th>{isConflict ? t('On the till') : t('Now')}</Table.Th>
          <Table.Th>{isConflict ? t('In the store') : t('Would become')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {write.fields.map(({ field, from, to, rule }) => (
          <Table.Tr key={field}>
            <Table.Td>
              {nameFieldFirst(field)}
              {rule !== null && (
                <Text size="xs" c="dimmed">
                  {tell(rule)}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{formatFieldValue(field, from, currency)}</Table.Td>
            <Table.Td fw={600}>{formatFieldValue(field, to, currency)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function HeldTicket({ order }: { readonly order: NonNullable<HeldWriteShape['order']> }) {
  const money = (amount: number): string => formatMoney(amount, order.currency);
  return (
    <Stack component="section" gap="xs" aria-label={t('The ticket')}>
      <Title order={3} size="h4">
        {t('The ticket')}
      </Title>
      <Text size="sm" c="dimmed">
        {order.isPrinted
          ? t('It would stand on the till, and print once in the kitchen.')
          : t('It would stand on the till; nothing would print.')}
      </Text>
      <Table>
        <Table.Tbody>
          {order.lines.map(({ name, amount, note }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line can stand twice, and the list never changes its order
            <Table.Tr key={`${at} ${name}`}>
              <Table.Td>
                {name}
                {note !== '' && (
                  <Text size="xs" c="dimmed">
                    {note}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">{money(amount)}</Table.Td>
            </Table.Tr>
          ))}
          {order.tipAmount > 0 && (
            <Table.Tr>
              <Table.Td>{t('Tip')}</Table.Td>
              <Table.Td ta="right">{money(order.tipAmount)}</Table.Td>
            </Table.Tr>
          )}
          <Table.Tr>
            <Table.Td fw={600}>{t('Total')}</Table.Td>
            <Table.Td ta="right" fw={600}>
              {money(order.totalAmount + order.tipAmount)}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
