import { Button, Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';

export interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** Something else on the screen is the thing to do. */
  readonly isQuiet?: boolean;
  readonly action?: { readonly word: string; readonly act: () => void };
}

/** Nothing is here, why that is so, and what fills it. */
export function EmptyState({ icon: Icon, title, text, isQuiet = false, action }: EmptyStateProps) {
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
        <Button mt="sm" variant={isQuiet ? 'default' : 'filled'} onClick={action.act}>
          {action.word}
        </Button>
      )}
    </Stack>
  );
}
