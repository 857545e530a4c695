import { SegmentedControl, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { nameFieldFirst } from '../../components/field-name.ts';
import { HelpText } from '../../components/help-text.tsx';
import { t, tell } from '../../i18n/i18n.ts';
import { useSettings } from '../../state/settings.ts';
import { SYNC_FIELDS } from './setting-tabs.ts';

const OWNERS = [
  { value: 'till', label: t('Till') },
  { value: 'store', label: t('Store') },
];

type Field = (typeof SYNC_FIELDS)[number];

/** Which fields are kept in step, and whose value wins first. */
export function SyncFields() {
  return (
    <Stack component="section" className="tb-card" gap="md" aria-label={t('Fields')}>
      <Stack gap={4}>
        <Title order={2}>{t('Fields')}</Title>
        <HelpText>
          {t(
            '“Wins first” counts once, when a pair is linked and the two differ. After that a change goes from where it was made to the other side.',
          )}
        </HelpText>
      </Stack>
      <Table.ScrollContainer minWidth={460}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Field')}</Table.Th>
              <Table.Th>{t('Kept in step')}</Table.Th>
              <Table.Th>{t('Wins first')}</Table.Th>
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
const nameField = (field: Field): string => (field === 'sku' ? t('SKU and barcode') : nameFieldFirst(field));

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
          label={t(isOn ? 'Yes' : 'No')}
          aria-label={`${tell(step.meaning)} ${t(isOn ? 'Yes' : 'No')}`}
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
          aria-label={tell(owner.meaning)}
          onChange={(value) => void save(ownerKey, value)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
