import { Button, Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly word: string; readonly act: () => void };
}

/** Nothing is here, why that is so, and what fills it. */
export function EmptyState({ icon: Icon, title, text, action }: EmptyStateProps) {
  return (
    <Stack align="center" gap="xs" py={40} px="md">
      <Icon size={40} strokeWidth={1.5} color="var(--mantine-color-dimmed)" aria-hidden />
      <Title order={2} ta="center">
        {title}
      </Title>
      <Text c="dimmed" ta="center" maw={460}>
        {text}
      </Text>
      {action && (
        <Button mt="sm" onClick={action.act}>
          {action.word}
        </Button>
      )}
    </Stack>
  );
}
