import { TextInput } from '@mantine/core';

export interface AddressInputProps {
  readonly label: string;
  readonly url: string;
  readonly change: (url: string) => void;
}

/** The address of a store. */
export const AddressInput = ({ label, url, change }: AddressInputProps) => (
  <TextInput
    label={label}
    description="As customers open it"
    placeholder="https://shop.example.com"
    inputMode="url"
    autoComplete="off"
    spellCheck={false}
    maxLength={300}
    value={url}
    onChange={(event) => change(event.currentTarget.value)}
  />
);
