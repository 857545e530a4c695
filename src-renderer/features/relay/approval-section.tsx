import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { ExternalLink, MousePointerClick } from 'lucide-react';
import { type FormEvent, useEffect } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { useHub } from '../../state/hub.ts';
import { useStoreApproval } from '../../state/store-approval.ts';
import { AddressInput } from './address-input.tsx';

export interface ApprovalSectionProps {
  /** Of the store, as far as it is typed. */
  readonly url: string;
  readonly changeUrl: (url: string) => void;
}

/** One click to the store's own approval page and back; only where a relay can take the keys. */
export function ApprovalSection({ url, changeUrl }: ApprovalSectionProps) {
  const hasRelay = useHub((s) => (s.hub?.relay ?? null) !== null);
  const { approval, isBusy, refusal, load, begin } = useStoreApproval();
  useEffect(() => void load(), [load]);
  if (!hasRelay) return null;
  if (approval?.step === 'waiting') return <ApprovalWaiting />;
  const failure = refusal ?? (approval?.step === 'failed' ? approval.failure : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin(url.trim());
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      {failure && <FailureNotice failure={failure} />}
      <HelpText>
        Your store’s own page opens in your browser. Log in there and press Approve: no keys have to be
        copied.
      </HelpText>
      <AddressInput label="Address of your store" url={url} change={changeUrl} />
      <Group>
        <Button
          type="submit"
          leftSection={<MousePointerClick size={16} aria-hidden />}
          loading={isBusy}
          disabled={url.trim() === ''}
        >
          Connect with one click
        </Button>
      </Group>
    </Stack>
  );
}

/** The browser is at the store's page: what to do there, and the ways out. */
function ApprovalWaiting() {
  const { isBusy, refusal, show, cancel } = useStoreApproval();
  return (
    <Stack gap="sm">
      <Group role="status" gap="sm" wrap="nowrap" align="flex-start">
        <Loader size="sm" aria-hidden mt={3} />
        <Text>
          Your store’s page is open in your browser. Log in there and press Approve; this window goes on by
          itself. It waits nearly ten minutes. If you pressed Deny, cancel here.
        </Text>
      </Group>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<ExternalLink size={16} aria-hidden />}
          onClick={() => void show()}
        >
          Open the page again
        </Button>
        <Button variant="default" disabled={isBusy} onClick={() => void cancel()}>
          Cancel
        </Button>
      </Group>
      {refusal && <FailureNotice failure={refusal} />}
    </Stack>
  );
}
