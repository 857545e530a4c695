import { NativeSelect, Stack, Title } from '@mantine/core';
import { useEffect } from 'react';
import { isLanguage, LANGUAGES } from '../../../src-preload/contract/languages/dictionary.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { t } from '../../i18n/i18n.ts';
import { useLanguage } from '../../state/language.ts';

const SYSTEM = '';
const CHOICES = [
  { value: SYSTEM, label: t('As this computer has it') },
  ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
];

/** In which language this computer speaks. Each language is named by itself, so that a person who is lost finds it. */
export function LanguageSection() {
  const { choice, failure, load, choose } = useLanguage();
  useEffect(() => void load(), [load]);
  return (
    <Stack component="section" className="tb-card" gap="sm" aria-label={t('Language')}>
      <Title order={2}>{t('Language')}</Title>
      <NativeSelect
        maw={420}
        label={t('Language of this computer')}
        description={t(
          'Of this window, the menu in the bar, notifications and e-mails. The log stays English.',
        )}
        value={choice ?? SYSTEM}
        data={CHOICES}
        disabled={choice === undefined}
        onChange={({ currentTarget: { value } }) => void choose(isLanguage(value) ? value : null)}
      />
      {failure && <FailureNotice failure={failure} />}
    </Stack>
  );
}
