import { Kbd, Modal, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { type LucideIcon, Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { t } from '../i18n/i18n.ts';

export interface Command {
  readonly word: string;
  readonly hint: string;
  readonly icon: LucideIcon;
  /** Found by these words too; then it is not listed before something is typed. */
  readonly more?: string;
  /** It puts the focus where it leads, so the focus does not go back to where it was. */
  readonly takesFocus?: boolean;
  readonly run: () => void;
}

export interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly commands: readonly Command[];
  /** Last in the list while something is typed. */
  readonly searchFor: (text: string) => Command;
}

/** Everything the window does, by a few letters. */
export function CommandPalette({ isOpen, close, ...rest }: CommandPaletteProps) {
  const openings = useOpenings(isOpen);
  const [hasFocusElsewhere, setHasFocusElsewhere] = useState(false);
  const run = (command: Command | undefined): void => {
    setHasFocusElsewhere(command?.takesFocus ?? false);
    close();
    command?.run();
  };
  return (
    <Modal.Root
      opened={isOpen}
      onClose={() => run(undefined)}
      returnFocus={!hasFocusElsewhere}
      centered={false}
      yOffset="12vh"
      padding="sm"
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('Search and commands')}>
        <Modal.Body pt="sm">
          <CommandList key={openings} run={run} {...rest} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Counts openings: while the dialog fades out its old content is still there, and the next one begins empty. */
function useOpenings(isOpen: boolean): number {
  const [seen, setSeen] = useState({ isOpen, count: 0 });
  if (seen.isOpen !== isOpen) setSeen({ isOpen, count: seen.count + (isOpen ? 1 : 0) });
  return seen.count;
}

interface CommandListProps extends Pick<CommandPaletteProps, 'commands' | 'searchFor'> {
  readonly run: (command: Command | undefined) => void;
}

function CommandList({ commands, searchFor, run }: CommandListProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const typed = text.trim();
  const fitting = commands.filter((command) => isFitting(command, typed.toLowerCase()));
  const shown = typed === '' ? fitting : [...fitting, searchFor(typed)];
  const step = (by: number): void => {
    const next = (active + by + shown.length) % shown.length;
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };

  function handleKey(event: KeyboardEvent) {
    if (event.key === 'Enter') run(shown[active]);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <TextInput
        data-autofocus
        size="md"
        aria-label={t('Search and commands')}
        placeholder={t('Find a screen, a command or a product')}
        leftSection={<Search size={18} aria-hidden />}
        rightSection={<Kbd size="xs">{t('Esc')}</Kbd>}
        rightSectionWidth={52}
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={`${id}-${active}`}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={handleKey}
      />
      <VisuallyHidden role="status">{t('{{count}} found', { count: shown.length })}</VisuallyHidden>
      <div id={id} role="listbox" aria-label={t('Found')} className="tb-commands">
        {shown.map((command, index) => (
          <CommandRow
            key={`${command.word} ${command.hint}`}
            id={`${id}-${index}`}
            command={command}
            isActive={index === active}
            run={() => run(command)}
          />
        ))}
      </div>
    </>
  );
}

/** Each of the words that were typed is somewhere in it. */
function isFitting({ word, more }: Command, typed: string): boolean {
  if (typed === '') return more === undefined;
  const text = `${word} ${more ?? ''}`.toLowerCase();
  return typed.split(/\s+/).every((part) => text.includes(part));
}

interface CommandRowProps {
  readonly id: string;
  readonly command: Command;
  readonly isActive: boolean;
  readonly run: () => void;
}

function CommandRow({ id, command, isActive, run }: CommandRowProps) {
  const { icon: Icon, word, hint } = command;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the search field has the focus and its keys choose
    <div id={id} role="option" aria-selected={isActive} className="tb-command" onClick={run}>
      <Icon size={18} aria-hidden style={{ flexShrink: 0 }} />
      <Text flex={1}>{word}</Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </div>
  );
}
