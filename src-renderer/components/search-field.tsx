import { CloseButton, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { t } from '../i18n/i18n.ts';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}

const LONGEST = 100;

/** Finds while it is typed. */
export function SearchField({ label, value, change }: SearchFieldProps) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={LONGEST}
      maw={420}
      leftSection={<Search size={16} aria-hidden />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="sm" aria-label={t('Clear the search')} onClick={() => change('')} />
        )
      }
      value={value}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
