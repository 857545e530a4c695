import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

export interface ScreenProps {
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A screen: its name, one sentence, its actions at the right, and what it shows. */
export function Screen({ title, lead, actions, children }: ScreenProps) {
  return (
    <Stack gap="lg" p={{ base: 'md', sm: 'xl' }} maw="var(--tb-screen-width)" mx="auto">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} flex="1 1 320px">
          <Title order={1} className="tb-screen-title" tabIndex={-1} data-screen-title>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" maw={860}>
              {lead}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}
