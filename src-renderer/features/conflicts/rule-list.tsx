import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { nameFields } from '../../components/field-name.ts';
import { HelpText } from '../../components/help-text.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { Trans } from '../../i18n/trans.tsx';
import { useConflicts } from '../../state/conflicts.ts';

/** The rules that a person's "always do this" made, and the way to take them back. */
export function RuleList() {
  const { rules, removeRule } = useConflicts();
  if (rules === null) return null;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Rules')}>
      <Stack gap={4}>
        <Title order={2}>{t('Rules that settle conflicts')}</Title>
        <HelpText>
          {rules.length === 0
            ? t('None yet. “Always do this” at a conflict makes one.')
            : t('Made by “always do this”. Without its rule, a conflict asks you again.')}
        </HelpText>
      </Stack>
      {rules.length > 0 && (
        <ul className="tb-lines">
          {rules.map(({ field, take, sinceMs }) => (
            <li key={field}>
              <Group justify="space-between" gap="sm">
                <Text span>
                  <Trans
                    i18nKey={
                      take === 'till'
                        ? 'Conflicts of {{fields}}: the <b>till’s</b> value is taken'
                        : 'Conflicts of {{fields}}: the <b>store’s</b> value is taken'
                    }
                    values={{ fields: nameFields(field) }}
                    components={{ b: <strong /> }}
                  />{' '}
                  <Text span size="sm" c="dimmed">
                    · <Trans i18nKey="since <ago/>" components={{ ago: <TimeAgo atMs={sinceMs} /> }} />
                  </Text>
                </Text>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('Remove the rule for {{fields}}', { fields: nameFields(field) })}
                  onClick={() => void removeRule(field)}
                >
                  {t('Remove')}
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
