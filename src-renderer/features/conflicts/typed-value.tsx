import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { ConflictShape } from '../../../src-preload/contract/live-shapes.ts';
import { nameField } from '../../components/field-name.ts';
import { countMinorDigits } from '../../components/money.ts';
import { t } from '../../i18n/i18n.ts';
import { readTyped } from './conflict-words.ts';

export interface TypedValueProps {
  readonly conflict: ConflictShape;
  /** The till's. */
  readonly currency: string;
  readonly give: (value: string | number) => void;
  readonly close: () => void;
}

/** A value that is neither the till's nor the store's. */
export function TypedValue({ conflict, currency, give, close }: TypedValueProps) {
  const { field, name } = conflict;
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const isFigure = field === 'price' || field === 'stock';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = readTyped(field, typed, countMinorDigits(currency));
    setIsWrong(value === null);
    if (value !== null) give(value);
  };
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-start" gap="sm">
        <TextInput
          flex="1 1 240px"
          maw={420}
          data-autofocus
          autoFocus
          label={t('Another {{field}} for {{name}}', { field: nameField(field), name })}
          description={t(
            field === 'price' ? 'The till’s price; the store’s follows from it.' : 'For both sides.',
          )}
          error={isWrong ? sayWrong(field) : undefined}
          inputMode={isFigure ? 'decimal' : 'text'}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={handleKey}
        />
        <Group gap="xs" mt={46}>
          <Button type="submit" size="sm">
            {t('Take this')}
          </Button>
          <Button variant="subtle" size="sm" onClick={close}>
            {t('Cancel')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

function sayWrong(field: string): string {
  if (field === 'price') return t('A price such as 4.50 is needed.');
  return t(field === 'stock' ? 'A whole number is needed.' : 'It cannot be empty.');
}
