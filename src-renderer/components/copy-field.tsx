import { Button, Group, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { t } from '../i18n/i18n.ts';

export interface CopyFieldProps {
  readonly label: string;
  readonly description: string;
  readonly value: string;
}

/** A text to be carried somewhere else: read-only, with a button that copies it. */
export function CopyField({ label, description, value }: CopyFieldProps) {
  const { copy, copied, error } = useClipboard();
  const word = t(copied ? 'Copied' : error ? 'Press Ctrl+C' : 'Copy');
  return (
    <Group align="flex-end" gap="sm" wrap="nowrap">
      <TextInput
        label={label}
        description={description}
        readOnly
        flex={1}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        variant="default"
        aria-label={`${word}: ${label}`}
        leftSection={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
        onClick={() => copy(value)}
      >
        {word}
      </Button>
    </Group>
  );
}
