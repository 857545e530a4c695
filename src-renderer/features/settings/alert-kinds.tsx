import { Stack, Switch, Table, Text, Title } from '@mantine/core';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { useSettings } from '../../state/settings.ts';
import { nameSetting, sayAlert } from './setting-words.ts';
import { readWays, type Ways, writeWays } from './told-by.ts';

const WAYS = [
  ['desktop', t('Notification')],
  ['mail', t('E-mail')],
] as const;

/** What the switch of an alert is called where its table is not seen. */
const saySwitch = (way: keyof Ways, alert: string, answer: string): string =>
  t(way === 'desktop' ? '{{alert}}: notification {{answer}}' : '{{alert}}: e-mail {{answer}}', {
    alert,
    answer,
  });

export interface AlertKindsProps {
  readonly title: string;
  readonly text: string;
  /** Keys of settings, such as `alerts.kind.low-stock`. */
  readonly keys: readonly string[];
}

/** For each kind of alert: by a notification, by e-mail, by both or not at all. */
export function AlertKinds({ title, text, keys }: AlertKindsProps) {
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={title}>
      <Stack gap={4}>
        <Title order={2}>{title}</Title>
        <HelpText>{text}</HelpText>
      </Stack>
      <Table verticalSpacing="sm" className="tb-alert-kinds">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Alert')}</Table.Th>
            {WAYS.map(([way, title]) => (
              <Table.Th key={way} w={130}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <AlertKindRow key={key} name={key} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function AlertKindRow({ name }: { readonly name: string }) {
  const setting = useSettings((s) => s.settings?.get(name));
  const save = useSettings((s) => s.save);
  if (!setting) return null;
  const ways = readWays(setting.value);
  const word = nameSetting(name);
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={500}>{word}</Text>
        <HelpText>{sayAlert(name)}</HelpText>
      </Table.Td>
      {WAYS.map(([way, title]) => (
        <Table.Td key={way}>
          <Switch
            data-setting={way === 'desktop' ? name : undefined}
            checked={ways[way]}
            label={
              <>
                <span className="tb-alert-way">{title}: </span>
                {t(ways[way] ? 'Yes' : 'No')}
              </>
            }
            aria-label={saySwitch(way, word, t(ways[way] ? 'Yes' : 'No'))}
            onChange={(event) => void save(name, writeWays({ ...ways, [way]: event.currentTarget.checked }))}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
