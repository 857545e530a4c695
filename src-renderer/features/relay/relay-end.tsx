import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useHub } from '../../state/hub.ts';

/** Ends the pairing of this PC. */
export function RelayEnd({ name }: { readonly name: string }) {
  const [isAsking, { open, close }] = useDisclosure(false);
  const { doing, refusal, disconnect } = useHub();
  return (
    <>
      {refusal?.of === 'disconnect' && <FailureNotice failure={refusal.failure} />}
      <Anchor component="button" type="button" size="sm" ta="left" w="fit-content" onClick={open}>
        Disconnect the relay
      </Anchor>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Disconnect this PC from the relay of ${name}?`}
        text="Its webhooks are taken out of the store, and this PC is no longer paired. The sync goes on: both sides are looked at as before. What the relay holds stays there until it is erased or seven days old."
        word="Disconnect"
        isDangerous
        isBusy={doing === 'disconnect'}
        confirm={() => void disconnect().then(close)}
        close={close}
      />
    </>
  );
}
