import { Button, Group, Stack, Text } from '@mantine/core';
import type { PlanShape } from '../../../src-preload/contract/run-shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';
import { navigate } from '../../state/navigation.ts';

const TAX_CHOICES = [
  { value: 'same', word: t('Copy the figure as it is') },
  { value: 'add', word: t('Add the tax') },
  { value: 'remove', word: t('Take the tax off') },
];
const TAX_CODE = 'PAIR_TAX_MODE_DIFFERS';

/** What stands in the plan's way, what makes it unusual, and what to know. */
export function PlanWarnings({ plan }: { readonly plan: PlanShape }) {
  const { obstacle, brake, warnings } = plan;
  return (
    <>
      {obstacle &&
        (obstacle.code === TAX_CODE ? <TaxQuestion obstacle={obstacle} /> : <Obstacle obstacle={obstacle} />)}
      {/* A question, and no failure. */}
      {brake && <FailureNotice failure={{ ...brake, code: '' }} tone="waiting" />}
      {warnings
        .filter(({ code }) => code !== obstacle?.code)
        .map((warning) => (
          <FailureNotice key={`${warning.code} ${warning.message}`} failure={warning} tone="waiting" />
        ))}
    </>
  );
}

type Failure = NonNullable<PlanShape['obstacle']>;

const Obstacle = ({ obstacle }: { readonly obstacle: Failure }) => (
  <FailureNotice
    failure={obstacle}
    action={{ word: t('Open the settings'), act: () => navigate('settings') }}
  />
);

/** Prices with tax on one side and without on the other: a person decides once. */
function TaxQuestion({ obstacle }: { readonly obstacle: Failure }) {
  const acceptPriceTax = useImport((s) => s.acceptPriceTax);
  return (
    <Stack gap="xs">
      <FailureNotice failure={obstacle} tone="waiting" />
      <Group gap="sm">
        <Text fw={500}>{t('Your answer:')}</Text>
        {TAX_CHOICES.map(({ value, word }) => (
          <Button key={value} variant="default" onClick={() => void acceptPriceTax(value)}>
            {word}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
