import { SegmentedControl, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { FIELD_WORDS } from '../../../src-preload/contract/reasons.ts';
import { HelpText } from '../../components/help-text.tsx';
import { useSettings } from '../../state/settings.ts';
import { SYNC_FIELDS } from './setting-tabs.ts';

const OWNERS = [
  { value: 'till', label: 'Till' },
  { value: 'store', label: 'Store' },
];

type Field = (typeof SYNC_FIELDS)[number];

/** Which fields are kept in step, and whose value wins first. */
export function SyncFields() {
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label="Fields">
      <Stack gap={4}>
        <Title order={2}>Fields</Title>
        <HelpText>
          “Wins first” counts once, when a pair is linked and the two differ. After that a change goes from
          where it was made to the other side.
        </HelpText>
      </Stack>
      <Table.ScrollContainer minWidth={460}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Field</Table.Th>
              <Table.Th>Kept in step</Table.Th>
              <Table.Th>Wins first</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {SYNC_FIELDS.map((field) => (
              <SyncFieldRow key={field} field={field} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

/** The SKU's rule is the barcode's too. */
const nameField = (field: Field): string =>
  field === 'sku' ? 'SKU and barcode' : capitalize(FIELD_WORDS[field]);

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function SyncFieldRow({ field }: { readonly field: Field }) {
  const [fieldKey, ownerKey] = [`sync.field.${field}`, `sync.owner.${field}`];
  const step = useSettings((s) => s.settings?.get(fieldKey));
  const owner = useSettings((s) => s.settings?.get(ownerKey));
  const refusal = useSettings((s) => s.refusals.get(fieldKey) ?? s.refusals.get(ownerKey));
  const save = useSettings((s) => s.save);
  if (!step || !owner) return null;
  const isOn = step.value === 'on';
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={500}>{nameField(field)}</Text>
        {refusal && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {refusal.failure.message} {refusal.failure.hint} {refusal.failure.code}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Switch
          data-setting={fieldKey}
          checked={isOn}
          label={isOn ? 'Yes' : 'No'}
          aria-label={`${step.meaning} ${isOn ? 'Yes' : 'No'}`}
          onChange={(event) => void save(fieldKey, event.currentTarget.checked ? 'on' : 'off')}
        />
      </Table.Td>
      <Table.Td>
        <SegmentedControl
          size="sm"
          data-setting={ownerKey}
          data={OWNERS}
          value={owner.value}
          disabled={!isOn}
          aria-label={owner.meaning}
          onChange={(value) => void save(ownerKey, value)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
