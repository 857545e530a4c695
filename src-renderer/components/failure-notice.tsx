import { Button, Group, Stack, Text } from '@mantine/core';
import { CircleAlert, GitFork, Info, TriangleAlert } from 'lucide-react';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';

export interface FailureNoticeProps {
  readonly failure: FailureShape;
  /** The one thing to do, where the window can do it. */
  readonly action?: { readonly word: string; readonly act: () => void; readonly isBusy?: boolean };
  /** A second way on, beside the first. */
  readonly also?: { readonly word: string; readonly act: () => void };
  /** `waiting` where nothing is broken: offline, a warning; `choice` where a person has one; `quiet` where nothing has to be done. */
  readonly tone?: 'bad' | 'waiting' | 'choice' | 'quiet';
}

const ICONS = { bad: CircleAlert, waiting: TriangleAlert, choice: GitFork, quiet: Info } as const;

/** What happened, what to do, and small at its end the code; '' where nothing has failed. */
export function FailureNotice({ failure, action, also, tone = 'bad' }: FailureNoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className="tb-tone tb-notice" data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Group wrap="nowrap" align="flex-start" gap="sm">
        <Icon size={20} aria-hidden style={{ flexShrink: 0, marginTop: 2 }} />
        <Stack gap={6} flex={1}>
          <Text fw={600}>{failure.message}</Text>
          <Text size="sm">{failure.hint}</Text>
          {(action || also || failure.code !== '') && (
            <Group justify="space-between" gap="sm" mih={20}>
              <Group gap="sm">
                {action && (
                  <Button size="xs" variant="default" loading={action.isBusy ?? false} onClick={action.act}>
                    {action.word}
                  </Button>
                )}
                {also && (
                  <Button size="xs" variant="default" onClick={also.act}>
                    {also.word}
                  </Button>
                )}
              </Group>
              {failure.code !== '' && (
                <Text size="xs" ff="monospace">
                  {failure.code}
                </Text>
              )}
            </Group>
          )}
        </Stack>
      </Group>
    </div>
  );
}
