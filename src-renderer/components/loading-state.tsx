import { Group, Loader, Text } from '@mantine/core';

/** Says what is being waited for. */
export function LoadingState({ text }: { readonly text: string }) {
  return (
    <Group role="status" justify="center" gap="sm" py={56}>
      <Loader size="sm" aria-hidden />
      <Text c="dimmed">{text}</Text>
    </Group>
  );
}
