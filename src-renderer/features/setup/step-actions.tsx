import { Button, Group } from '@mantine/core';
import { ArrowLeft, ArrowRight } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { useSetup } from '../../state/setup.ts';

export interface StepActionsProps {
  readonly word: string;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  /** Left out where the word submits a form. */
  readonly act?: () => void;
}

/** Back, and the step's one way on. */
export function StepActions({ word, isBusy = false, isDisabled = false, act }: StepActionsProps) {
  const { step, go } = useSetup();
  return (
    <Group justify="space-between">
      <Button
        variant="default"
        leftSection={<ArrowLeft size={16} aria-hidden />}
        disabled={isBusy}
        onClick={() => go(step - 1)}
      >
        {t('Back')}
      </Button>
      <Button
        type={act ? 'button' : 'submit'}
        rightSection={<ArrowRight size={16} aria-hidden />}
        loading={isBusy}
        disabled={isDisabled}
        {...(act ? { onClick: act } : {})}
      >
        {word}
      </Button>
    </Group>
  );
}
