import { Button, Group, Text } from '@mantine/core';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useSetup } from '../../state/setup.ts';

/** Nothing to do here: the side is connected, and can be connected anew. */
export function AlreadyConnected({ name, step }: { readonly name: string; readonly step: number }) {
  const go = useSetup((s) => s.go);
  return (
    <Group className="tb-tone tb-notice" data-tone="good" justify="space-between">
      <Group gap="sm">
        <StatusBadge tone="good" word="Ready" />
        <Text>{name} is connected.</Text>
      </Group>
      <Button size="xs" variant="default" onClick={() => go(step)}>
        Keep it and go on
      </Button>
    </Group>
  );
}
