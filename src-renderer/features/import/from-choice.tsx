import { Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import type { PlanFromShape } from '../../../src-preload/contract/run-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { chooseFrom, listFroms } from '../../state/plan-from.ts';
import { useSettings } from '../../state/settings.ts';

const WORDS: Readonly<Record<PlanFromShape, { readonly word: string; readonly text: string }>> = {
  till: {
    word: t('Till to store'),
    text: t('The store gets what the till has. Nothing is written to the till.'),
  },
  store: {
    word: t('Store to till'),
    text: t('The till gets what the store has. Nothing is written to the store.'),
  },
  both: {
    word: t('Both ways'),
    text: t('Each side gets what the other has. Your settings say who wins.'),
  },
};
const ORDER = ['till', 'store', 'both'] as const;

/** Whose things the next plan is about. */
export function FromChoice() {
  const { from, setFrom } = useImport();
  const direction = useSettings((s) => s.settings?.get('sync.direction')?.value);
  const allowed = listFroms(direction);
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('Which way?')}
        value={chooseFrom(from, direction)}
        onChange={(value) => setFrom(ORDER.find((one) => one === value) ?? 'till')}
      >
        <SimpleGrid cols={{ base: 1, sm: 3 }} mt="xs" spacing="sm">
          {ORDER.map((one) => (
            <Radio.Card
              key={one}
              value={one}
              p="sm"
              radius="md"
              className="tb-radio-card"
              disabled={!allowed.includes(one)}
            >
              <Group wrap="nowrap" align="flex-start" gap="sm">
                <Radio.Indicator size="sm" mt={3} />
                <Stack gap={2}>
                  <Text fw={600}>{WORDS[one].word}</Text>
                  <Text size="sm" c="dimmed">
                    {WORDS[one].text}
                  </Text>
                </Stack>
              </Group>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      {allowed.length < ORDER.length && (
        <Text size="sm" c="dimmed">
          {t('Settings, What syncs, lets changes go this one way only.')}
        </Text>
      )}
    </Stack>
  );
}
