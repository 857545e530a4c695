import { Button, Group, Stack } from '@mantine/core';
import { MousePointerClick } from 'lucide-react';
import { type FormEvent, useEffect } from 'react';
import { BrowserWait } from '../../components/browser-wait.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
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
    <Stack component="form" gap="sm" maw={560} onSubmit={submit}>
      {failure && <FailureNotice failure={failure} />}
      <HelpText>
        {t(
          'Your store’s own page opens in your browser. Log in there and press Approve: no keys have to be copied.',
        )}
      </HelpText>
      <AddressInput label={t('Address of your store')} url={url} change={changeUrl} />
      <Group>
        <Button
          type="submit"
          leftSection={<MousePointerClick size={16} aria-hidden />}
          loading={isBusy}
          disabled={url.trim() === ''}
        >
          {t('Connect with one click')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The browser is at the store's page: what to do there, and the ways out. */
function ApprovalWaiting() {
  const { isBusy, refusal, show, cancel } = useStoreApproval();
  return (
    <BrowserWait
      text={t(
        'Your store’s page is open in your browser. Log in there and press Approve; this window goes on by itself. It waits nearly ten minutes.',
      )}
      isBusy={isBusy}
      refusal={refusal}
      show={show}
      cancel={cancel}
    />
  );
}
