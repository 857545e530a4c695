import { Button, Group, Text } from '@mantine/core';
import { StatusBadge } from '../../components/status-badge.tsx';
import { t } from '../../i18n/i18n.ts';
import { useSetup } from '../../state/setup.ts';

export interface AlreadyConnectedProps {
  readonly name: string;
  readonly isPractice: boolean;
  /** Where keeping it leads to. */
  readonly step: number;
}

/** Nothing to do here: the side is connected, and can be connected anew. A practice one is not the person's own. */
export function AlreadyConnected({ name, isPractice, step }: AlreadyConnectedProps) {
  const go = useSetup((s) => s.go);
  return (
    <Group className="tb-tone tb-notice" data-tone={isPractice ? 'waiting' : 'good'} justify="space-between">
      <Group gap="sm">
        <StatusBadge tone={isPractice ? 'waiting' : 'good'} word={t(isPractice ? 'Practice' : 'Ready')} />
        <Text>
          {t('{{name}} is connected.', { name })}
          {isPractice && ` ${t('Connecting your own takes its place.')}`}
        </Text>
      </Group>
      <Button size="xs" variant="default" onClick={() => go(step)}>
        {t(isPractice ? 'Stay in practice' : 'Keep it and go on')}
      </Button>
    </Group>
  );
}
