import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import type { FailureShape } from '../../src-preload/contract/shapes.ts';
import { t } from '../i18n/i18n.ts';
import { FailureNotice } from './failure-notice.tsx';

export interface BrowserWaitProps {
  /** Whose page is open, what to do there, and how long it is waited for. */
  readonly text: string;
  readonly isBusy: boolean;
  readonly refusal: FailureShape | null;
  readonly show: () => unknown;
  readonly cancel: () => unknown;
}

/** A page is open in the person's browser: what to do there, and the ways out. */
export function BrowserWait({ text, isBusy, refusal, show, cancel }: BrowserWaitProps) {
  return (
    <Stack gap="sm">
      <Group role="status" gap="sm" wrap="nowrap" align="flex-start">
        <Loader size="sm" aria-hidden mt={3} />
        <Text>{text}</Text>
      </Group>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<ExternalLink size={16} aria-hidden />}
          onClick={() => void show()}
        >
          {t('Open the page again')}
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => void cancel()}>
          {t('Cancel')}
        </Button>
      </Group>
      {refusal && <FailureNotice failure={refusal} />}
    </Stack>
  );
}
