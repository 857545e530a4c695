import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useHub } from '../../state/hub.ts';

/** Ends the pairing of this PC. */
export function RelayEnd({ name }: { readonly name: string }) {
  const [isAsking, { open, close }] = useDisclosure(false);
  const { doing, refusal, disconnect } = useHub();
  return (
    <>
      {refusal?.of === 'disconnect' && <FailureNotice failure={refusal.failure} />}
      <Anchor component="button" type="button" size="sm" ta="left" w="fit-content" onClick={open}>
        {t('Disconnect the relay')}
      </Anchor>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Disconnect this PC from the relay of {{name}}?', { name })}
        text={t(
          'Its webhooks are taken out of the store, and this PC is no longer paired. The sync goes on: both sides are looked at as before. What the relay holds stays there until it is erased or seven days old.',
        )}
        word={t('Disconnect')}
        isDangerous
        isBusy={doing === 'disconnect'}
        confirm={() => void disconnect().then(close)}
        close={close}
      />
    </>
  );
}
