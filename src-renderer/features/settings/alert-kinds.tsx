import { Stack, Switch, Table, Text, Title } from '@mantine/core';
import { HelpText } from '../../components/help-text.tsx';
import { useSettings } from '../../state/settings.ts';
import { nameSetting } from './setting-words.ts';
import { readWays, writeWays } from './told-by.ts';

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
      <Table.ScrollContainer minWidth={420}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Alert</Table.Th>
              <Table.Th>Notification</Table.Th>
              <Table.Th>E-mail</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {keys.map((key) => (
              <AlertKindRow key={key} name={key} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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
      </Table.Td>
      {(['desktop', 'mail'] as const).map((way) => (
        <Table.Td key={way}>
          <Switch
            data-setting={way === 'desktop' ? name : undefined}
            checked={ways[way]}
            label={ways[way] ? 'Yes' : 'No'}
            aria-label={`${word}: ${way === 'mail' ? 'e-mail' : 'notification'} ${ways[way] ? 'Yes' : 'No'}`}
            onChange={(event) => void save(name, writeWays({ ...ways, [way]: event.currentTarget.checked }))}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
