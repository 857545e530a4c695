import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { nameFields } from '../../components/field-name.ts';
import { HelpText } from '../../components/help-text.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { useConflicts } from '../../state/conflicts.ts';

/** The rules that a person's "always do this" made, and the way to take them back. */
export function RuleList() {
  const { rules, removeRule } = useConflicts();
  if (rules === null) return null;
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label="Rules">
      <Stack gap={4}>
        <Title order={2}>Rules that settle conflicts</Title>
        <HelpText>
          {rules.length === 0
            ? 'None yet. “Always do this” at a conflict makes one.'
            : 'Made by “always do this”. Without its rule, a conflict asks you again.'}
        </HelpText>
      </Stack>
      {rules.length > 0 && (
        <ul className="tb-lines">
          {rules.map(({ field, take, sinceMs }) => (
            <li key={field}>
              <Group justify="space-between" gap="sm">
                <Text span>
                  Conflicts of {nameFields(field)}: the <strong>{take}’s</strong> value is taken{' '}
                  <Text span size="sm" c="dimmed">
                    · since <TimeAgo atMs={sinceMs} />
                  </Text>
                </Text>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={`Remove the rule for ${nameFields(field)}`}
                  onClick={() => void removeRule(field)}
                >
                  Remove
                </Button>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
