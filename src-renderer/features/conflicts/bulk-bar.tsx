import { Button, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { FieldNameShape } from '../../../src-preload/contract/live-shapes.ts';
import type { SideName } from '../../../src-preload/contract/shapes.ts';
import { nameFields } from '../../components/field-name.ts';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';

export interface BulkBarProps {
  readonly field: FieldNameShape;
  /** Asks before it is done. */
  readonly ask: (take: SideName, isAlways: boolean) => void;
}

/** One answer for every open conflict of a field, and if wanted for every later one. */
export function BulkBar({ field, ask }: BulkBarProps) {
  const [isAlways, setIsAlways] = useState(false);
  const fields = nameFields(field);
  return (
    <Stack
      component="section"
      className="tb-card"
      gap="sm"
      aria-label={t('All {{fields}} at once', { fields })}
    >
      <Group justify="space-between" gap="md">
        <Stack gap={2}>
          <Title order={2} size="h4">
            {t('All {{fields}} at once', { fields })}
          </Title>
          <HelpText>{t('Each product then has the same on both sides.')}</HelpText>
        </Stack>
        <Group gap="sm">
          {(['till', 'store'] as const).map((side) => (
            <Button key={side} variant="default" onClick={() => ask(side, isAlways)}>
              {t(
                side === 'till'
                  ? 'Take the till’s for all {{fields}}'
                  : 'Take the store’s for all {{fields}}',
                { fields },
              )}
            </Button>
          ))}
        </Group>
      </Group>
      <Switch
        label={t('Always do this')}
        description={
          <Text span inherit>
            {t(
              'Later conflicts of {{fields}} are then settled the same way, by a rule that stands below and can be removed.',
              { fields },
            )}
          </Text>
        }
        checked={isAlways}
        onChange={(event) => setIsAlways(event.currentTarget.checked)}
      />
    </Stack>
  );
}
