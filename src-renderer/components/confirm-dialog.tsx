import { Button, Group, Modal, Text } from '@mantine/core';
import { useRef } from 'react';
import { t } from '../i18n/i18n.ts';
import { useOpenerFocus } from './use-opener-focus.ts';

export interface ConfirmDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, and what will not. */
  readonly text: string;
  /** The word of what is done, such as "Disconnect"; never "OK". */
  readonly word: string;
  readonly isDangerous?: boolean;
  readonly isBusy?: boolean;
  /** False where it would do nothing: it then only tells why. */
  readonly isOffered?: boolean;
  readonly confirm: () => void;
  readonly close: () => void;
}

/** Asks before something that is hard to take back. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, text, word, isDangerous = false, isBusy = false, isOffered = true } = props;
  const { confirm, close } = props;
  const content = useRef<HTMLParagraphElement>(null);
  const giveFocusBack = useOpenerFocus(isOpen, content);
  return (
    <Modal opened={isOpen} onClose={close} onExitTransitionEnd={giveFocusBack} title={title}>
      <Text ref={content}>{text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          {t(isOffered ? 'Cancel' : 'Close')}
        </Button>
        {isOffered && (
          <Button color={isDangerous ? 'red.9' : 'petrol'} loading={isBusy} onClick={confirm}>
            {word}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
