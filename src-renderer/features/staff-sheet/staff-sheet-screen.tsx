import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { Printer } from 'lucide-react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { useNow } from '../../components/use-now.ts';
import { language, t } from '../../i18n/i18n.ts';
import { useSettings } from '../../state/settings.ts';
import { useStatus } from '../../state/status.ts';
import { listHabits, listStaffLines, type ReadSetting } from './list-staff-lines.ts';
import './staff-sheet.css';

const formatDay = (atMs: number): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(atMs);

/** One page to hang up beside the till: what to change where, by the shop's own settings. */
export function StaffSheetScreen() {
  const { settings, failure, load } = useSettings();
  const print = (
    <Button
      leftSection={<Printer size={16} aria-hidden />}
      disabled={!settings}
      onClick={() => window.print()}
    >
      {t('Print')}
    </Button>
  );
  return (
    <Screen
      title={t('Staff sheet')}
      lead={t('Where to change what, by your own settings. Print it again after you have changed them.')}
      actions={print}
    >
      {settings && <Sheet read={(key) => settings.get(key)?.value ?? ''} />}
      {!settings && failure && (
        <FailureNotice failure={failure} action={{ word: t('Try again'), act: () => void load() }} />
      )}
      {!settings && !failure && <LoadingState text={t('Reading the settings…')} />}
    </Screen>
  );
}

function Sheet({ read }: { readonly read: ReadSetting }) {
  const till = useStatus((s) => s.status?.till ?? null);
  const nowMs = useNow();
  return (
    <Stack component="article" className="tb-card tb-sheet" gap="lg" aria-label={t('Staff sheet')}>
      <div>
        <Title order={2}>
          {till === null
            ? t('What to change where')
            : t('What to change where: {{shop}}', { shop: till.name })}
        </Title>
        <Text size="sm">{t('As the settings are on {{day}}', { day: formatDay(nowMs) })}</Text>
      </div>
      <Table verticalSpacing="sm" withRowBorders>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="34%">{t('To change')}</Table.Th>
            <Table.Th w="22%">{t('Where')}</Table.Th>
            <Table.Th>{t('What happens then')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listStaffLines(read).map(({ what, where, effect }) => (
            <Table.Tr key={what}>
              <Table.Th scope="row">{what}</Table.Th>
              <Table.Td fw={600}>{where}</Table.Td>
              <Table.Td>{effect}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div>
        <Title order={3} mb="xs">
          {t('Good habits')}
        </Title>
        <ul>
          {listHabits(read).map((habit) => (
            <li key={habit}>{habit}</li>
          ))}
        </ul>
      </div>
    </Stack>
  );
}
