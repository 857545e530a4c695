import { TextInput } from '@mantine/core';
import { t } from '../../i18n/i18n.ts';

export interface AddressInputProps {
  readonly label: string;
  readonly url: string;
  readonly change: (url: string) => void;
}

const EXAMPLE_URL = 'https://shop.example.com';

/** The address of a store. */
export const AddressInput = ({ label, url, change }: AddressInputProps) => (
  <TextInput
    label={label}
    description={t('As customers open it')}
    placeholder={EXAMPLE_URL}
    inputMode="url"
    autoComplete="off"
    spellCheck={false}
    maxLength={300}
    value={url}
    onChange={(event) => change(event.currentTarget.value)}
  />
);
