import { Button, Group, Stack, Text } from '@mantine/core';
import { Pin, PinOff } from 'lucide-react';
import type { FieldValueShape } from '../../../src-preload/contract/shapes.ts';
import { nameField, nameFieldFirst } from '../../components/field-name.ts';
import { formatMoment } from '../../components/time.tsx';
import { t, tell } from '../../i18n/i18n.ts';
import { compareField, type FieldEvent, type FieldStory as Story } from './compare-field.ts';
import { sayWay } from './event-words.ts';
import { listFieldLines } from './field-lines.ts';
import type { Currencies } from './product-columns.tsx';

export interface FieldStoryProps {
  readonly story: Story;
  readonly currencies: Currencies;
  readonly isPinned: boolean;
  readonly pin: (isPinned: boolean) => void;
}

/** One field: both sides, what was agreed, whether they differ, why, and its pin. */
export function FieldStory({ story, currencies, isPinned, pin }: FieldStoryProps) {
  const { field, sent, waiting, conflict, history } = story;
  const { till, store } = conflict ?? waiting ?? story;
  const { isSame, text } = compareField(story);
  const name = nameField(field);
  const Icon = isPinned ? PinOff : Pin;
  const lines = (value: FieldValueShape, side: keyof Currencies) =>
    listFieldLines(field, value, currencies[side]);
  return (
    <li className="tb-field" data-differs={!isSame || undefined}>
      <Group justify="space-between" wrap="nowrap">
        <Text span fw={600}>
          {nameFieldFirst(field)}
        </Text>
        <Button
          size="compact-xs"
          variant={isPinned ? 'light' : 'subtle'}
          leftSection={<Icon size={13} aria-hidden />}
          aria-label={t(isPinned ? 'Unpin {{field}}' : 'Pin {{field}}', { field: name })}
          onClick={() => pin(!isPinned)}
        >
          {t(isPinned ? 'Unpin' : 'Pin')}
        </Button>
      </Group>
      {isSame ? (
        <Value lines={lines(till, 'till')} />
      ) : (
        <dl className="tb-sides">
          <Side word={t('Till')} lines={lines(till, 'till')} />
          {!conflict && (
            <Side
              word={t(waiting ? 'To be sent' : 'Sent')}
              lines={lines(waiting ? waiting.wanted : sent, waiting?.to ?? 'store')}
            />
          )}
          <Side word={t('Store')} lines={lines(store, 'store')} />
        </dl>
      )}
      <Text size="xs" {...(isSame ? { c: 'dimmed' } : { fw: 600 })}>
        {text}
        {isPinned && ` ${t('Pinned: it is never written.')}`}
      </Text>
      {history.length > 0 && (
        <details className="tb-why">
          <summary>{t('Why is it so?')}</summary>
          <Stack component="ol" gap={6} className="tb-why-list">
            {history.map((event) => (
              <li key={`${event.runId} ${event.atMs} ${event.to}`}>
                <FieldEventLine event={event} lines={lines} />
              </li>
            ))}
          </Stack>
        </details>
      )}
    </li>
  );
}

function Side({ word, lines }: { readonly word: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <dt>{word}</dt>
      <dd>
        <Value lines={lines} />
      </dd>
    </div>
  );
}

const Value = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.map((line) => (
    <Text key={line} size="sm" className="tb-tabular tb-breaks">
      {line}
    </Text>
  ));

interface EventLineProps {
  readonly event: FieldEvent;
  readonly lines: (value: FieldValueShape, side: keyof Currencies) => string[];
}

/** Which run, when, whose value went where and why, and what was there before and after. */
function FieldEventLine({ event, lines }: EventLineProps) {
  const { runId, atMs, to, rule, before, after, other, isUndone, failure, requestId } = event;
  const show = (value: FieldValueShape, side = to ?? 'store'): string => lines(value, side).join('; ');
  return (
    <>
      <Text size="xs" c="dimmed">
        {t('Run {{run}}', { run: runId })}
        {atMs !== null && `, ${formatMoment(atMs)}`}
        {isUndone && `, ${t('undone since')}`}
      </Text>
      <Text size="sm" className="tb-breaks">
        {sayWay(event)}: {tell(rule)}.{' '}
        {to === null ? (
          t('Till {{till}}, store {{store}}.', { till: show(other, 'till'), store: show(after) })
        ) : (
          <>
            {show(before)} <span aria-hidden>→</span>
            <span className="tb-hidden"> {t('became')} </span> <strong>{show(after)}</strong>
          </>
        )}
      </Text>
      {failure && (
        <Text size="sm" className="tb-breaks">
          {failure.message} {failure.hint} (
          {[failure.code, ...(requestId ? [t('request {{id}}', { id: requestId })] : [])].join(', ')})
        </Text>
      )}
    </>
  );
}
