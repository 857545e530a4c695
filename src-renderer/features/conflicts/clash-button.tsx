import { Button } from '@mantine/core';
import { GitFork } from 'lucide-react';
import { t } from '../../i18n/i18n.ts';
import { usePractice } from '../../state/practice.ts';

/** In practice: changes a price on both sides at once, so that there is something to decide. */
export function ClashButton({ product = '' }: { readonly product?: string }) {
  const { isActing, act } = usePractice();
  return (
    <Button
      variant="light"
      size="sm"
      leftSection={<GitFork size={16} aria-hidden />}
      disabled={isActing}
      onClick={() => void act({ side: 'till', verb: 'clash', target: product })}
    >
      {t('Make a conflict')}
    </Button>
  );
}
