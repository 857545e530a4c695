import { Anchor, Button, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useTillLogin } from '../../state/till-login.ts';

/** The browser is at Clover's page: what to do there, and the ways out. */
export function LoginWaiting() {
  const { isBusy, refusal, show, cancel } = useTillLogin();
  return (
    <Stack gap="sm">
      <Group role="status" gap="sm" wrap="nowrap" align="flex-start">
        <Loader size="sm" aria-hidden mt={3} />
        <Text>
          Clover’s page is open in your browser. Log in there and choose Allow; this window goes on by itself.
          It waits five minutes.
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
      <PasteField />
    </Stack>
  );
}

/** Where the page showed a code instead of coming back. */
function PasteField() {
  const { isBusy, paste } = useTillLogin();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  const [merchantId, setMerchantId] = useState('');
  if (!isOpen)
    return (
      <Anchor
        component="button"
        type="button"
        size="sm"
        ta="left"
        w="fit-content"
        onClick={() => setIsOpen(true)}
      >
        I have a code
      </Anchor>
    );
  const isAlone = text.trim() !== '' && !text.includes('merchant_id=');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void paste(text, merchantId.trim() || null);
  };
  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      <TextInput
        label="Code"
        description="The code that the page shows, or the whole address of the page"
        autoComplete="off"
        spellCheck={false}
        maxLength={4096}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isAlone && (
        <TextInput
          label="Merchant of the code"
          description="The merchant id: 13 letters and figures, in the address of Clover’s dashboard after /m/"
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={merchantId}
          onChange={(event) => setMerchantId(event.currentTarget.value)}
        />
      )}
      <Group>
        <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
          Use this code
        </Button>
      </Group>
    </Stack>
  );
}
