import { Text } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { t } from '../i18n/i18n.ts';

export type UnrealMode = 'practice' | 'sandbox';

export const UNREAL_WORDS: Readonly<Record<UnrealMode, { readonly word: string; readonly text: string }>> = {
  practice: {
    word: t('Practice'),
    text: t('A practice till and a practice store run on this computer. Nothing here reaches your shop.'),
  },
  sandbox: {
    word: t('Sandbox'),
    text: t('The till is a Clover sandbox: a test merchant, not your shop.'),
  },
};

/** Stands wherever the data is not real. */
export function PracticeBanner({ mode }: { readonly mode: UnrealMode }) {
  const { word, text } = UNREAL_WORDS[mode];
  return (
    <div className="tb-tone tb-banner" data-tone="waiting">
      <GraduationCap size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm">
        <strong>{word}.</strong> {text}
      </Text>
    </div>
  );
}
