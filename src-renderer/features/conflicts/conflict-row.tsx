import { Button, Group, Kbd, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { ConflictShape } from '../../../src-preload/contract/live-shapes.ts';
import type { FieldValueShape, SideName } from '../../../src-preload/contract/shapes.ts';
import { CONFLICT_FACE } from '../../components/conflict-face.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { nameField, nameFieldFirst } from '../../components/field-name.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import { TimeAgo } from '../../components/time.tsx';
import { isForField, useScreenKeys } from '../../components/use-screen-keys.ts';
import { t } from '../../i18n/i18n.ts';
import { type Answer, useConflicts } from '../../state/conflicts.ts';
import { listFieldLines } from '../products/field-lines.ts';
import { AlwaysMenu, type AlwaysMenuProps, ConflictMenu, type ConflictMenuProps } from './conflict-menu.tsx';
import { type Currencies, nameTake, sayEffect, sayLapsed, sayRuling } from './conflict-words.ts';
import { TypedValue } from './typed-value.tsx';
import { usePriceRule } from './use-price-rule.ts';

const KEYS: Readonly<Record<string, SideName>> = { '1': 'till', '2': 'store' };
export interface ConflictRowProps {
  readonly conflict: ConflictShape;
  readonly currencies: Currencies;
  /** One row of the list is reached by Tab, the others by j and k. */
  readonly isActive: boolean;
  readonly activate: () => void;
  /** @param step 1 for the next one, -1 for the one before */
  readonly move: (step: number) => void;
  readonly askAlways: (take: SideName) => void;
}

/** One field of one product: what was agreed, what each side has now, and the answer. */
export function ConflictRow(props: ConflictRowProps) {
  const { conflict, currencies, isActive, activate, move, askAlways } = props;
  const { id, name, field } = conflict;
  const refusal = useConflicts((s) => s.refusals.get(id));
  const isAnswering = useConflicts((s) => s.answering.has(id));
  const resolve = useConflicts((s) => s.resolve);
  const [isTyping, setIsTyping] = useState(false);
  const answer = (given: Answer): void => {
    setIsTyping(false);
    void resolve(conflict, given);
  };
  const handleKey = readKeys({ move, take: (side) => answer({ take: side }) });
  // Letters work wherever the focus is; the arrows move the page then, as everywhere.
  useScreenKeys((event) => isActive && event.key.length === 1 && handleKey(event));
  const columns = { currencies, conflict, isAnswering, tabIndex: isActive ? 0 : -1 };
  const said = sayRuling(conflict, currencies.till);
  const lapsed = sayLapsed(conflict, currencies);
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would name the buttons' group by a legend, and the row itself takes the focus */}
      <div
        role="group"
        className="tb-conflict"
        tabIndex={isActive ? 0 : -1}
        data-conflict={id}
        data-active={isActive || undefined}
        aria-label={`${name}, ${nameField(field)}`}
        aria-keyshortcuts="j k 1 2"
        onKeyDown={(event) => isWithin(event) && handleKey(event)}
        onFocus={activate}
      >
        <RowHead
          conflict={conflict}
          tabIndex={columns.tabIndex}
          typeValue={() => setIsTyping(true)}
          askAlways={askAlways}
        />
        {refusal && <FailureNotice failure={refusal} tone="waiting" />}
        {lapsed && !refusal && <FailureNotice failure={{ ...lapsed, code: '' }} tone="waiting" />}
        <div className="tb-threes">
          <div className="tb-three">
            <Text size="xs" c="dimmed">
              {t('Last agreed')}
            </Text>
            <Value field={field} value={conflict.base} currency={currencies.till} />
          </div>
          <SideColumn side="till" hotkey="1" {...columns} take={() => answer({ take: 'till' })} />
          <SideColumn side="store" hotkey="2" {...columns} take={() => answer({ take: 'store' })} />
        </div>
        {isTyping && (
          <TypedValue
            conflict={conflict}
            currency={currencies.till}
            give={(value) => answer({ take: 'value', value })}
            close={() => setIsTyping(false)}
          />
        )}
        {said && (
          <Text size="sm" role="status">
            {said}
          </Text>
        )}
      </div>
    </li>
  );
}

/** Which field of which product, since when, and whether it was decided. */
function RowHead(props: ConflictMenuProps & AlwaysMenuProps) {
  const { name, field, sku, sinceMs, ruling } = props.conflict;
  return (
    <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
      <Text span>
        <strong>{name}</strong>
        <Text span size="sm" c="dimmed">
          {' '}
          · {nameFieldFirst(field)} · {sku || t('no SKU')} · <TimeAgo atMs={sinceMs} />
        </Text>
      </Text>
      <Group gap="xs" wrap="nowrap">
        {ruling ? <StatusBadge tone="waiting" word={t('Decided')} /> : <StatusBadge {...CONFLICT_FACE} />}
        <AlwaysMenu {...props} />
        <ConflictMenu {...props} />
      </Group>
    </Group>
  );
}

interface SideColumnProps {
  readonly side: SideName;
  readonly hotkey: string;
  readonly conflict: ConflictShape;
  readonly currencies: Currencies;
  readonly isAnswering: boolean;
  /** Buttons of the active row alone are reached by Tab. */
  readonly tabIndex: number;
  readonly take: () => void;
}

/** One side's value, and what taking it would do. */
function SideColumn(props: SideColumnProps) {
  const { side, hotkey, conflict, currencies, isAnswering, tabIndex, take } = props;
  const hasPriceRule = usePriceRule();
  const isChosen = conflict.ruling?.take === side;
  return (
    <div className="tb-three" data-chosen={isChosen || undefined}>
      <Text size="xs" c="dimmed">
        {t(side === 'till' ? 'On the till now' : 'In the store now')}
      </Text>
      <Value field={conflict.field} value={conflict[side]} currency={currencies[side]} />
      <Text size="xs" c="dimmed">
        {sayEffect(conflict, side, currencies, hasPriceRule)}
      </Text>
      <Button
        size="xs"
        px={6}
        tabIndex={tabIndex}
        variant={isChosen ? 'filled' : 'default'}
        aria-pressed={isChosen}
        disabled={isAnswering}
        rightSection={<Kbd size="xs">{hotkey}</Kbd>}
        onClick={take}
      >
        {nameTake(side)}
      </Button>
    </div>
  );
}

interface ValueProps {
  readonly field: string;
  readonly value: FieldValueShape;
  readonly currency: string;
}

const LONG = 60;

function Value({ field, value, currency }: ValueProps) {
  const lines = listFieldLines(field, value, currency);
  const isLong = lines.length > 2 || lines.some((line) => line.length > LONG);
  return (
    <div className="tb-three-value" data-long={isLong || undefined}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}

interface RowKeys {
  readonly move: (step: number) => void;
  readonly take: (side: SideName) => void;
}

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** The row's menu lies elsewhere on the page, but its keys pass by here. */
const isWithin = ({ target, currentTarget }: KeyboardEvent): boolean =>
  target instanceof Node && currentTarget.contains(target);

type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'preventDefault'> & {
  readonly target: EventTarget | null;
};

/** The keys of a row. An answer goes on to the next row, so that a list is done by one hand. */
function readKeys({ move, take }: RowKeys) {
  return (event: PressedKey): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isForField(event)) return;
    const side = KEYS[event.key];
    const step = STEPS[event.key];
    if (side !== undefined) {
      take(side);
      move(1);
    } else if (step !== undefined) move(step);
    else return;
    event.preventDefault();
  };
}
