import {
  Autocomplete,
  Button,
  Group,
  List,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { type FormEvent, useState } from 'react';
import type { SideName } from '../../../src-preload/contract/shapes.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { t } from '../../i18n/i18n.ts';
import { usePractice } from '../../state/practice.ts';
import { ClashButton } from '../conflicts/clash-button.tsx';
import { OrderPracticeButtons } from '../orders/order-practice.tsx';
import {
  type DraftPart,
  findMeant,
  listNames,
  readOrder,
  STAFF_DEEDS,
  type StaffDraft,
} from './staff-deeds.ts';

const TYPING_MS = 250;
const SIDES = [
  { value: 'till', label: t('At the till') },
  { value: 'store', label: t('In the store') },
];

/** Plays the staff and the customers of the practice servers, so that there is something to sync. */
export function StaffPanel() {
  const { deeds, failure } = usePractice();
  return (
    <Stack component="section" className="tb-card tb-wide" gap="md" aria-label={t('Practice staff')}>
      <Stack gap={4}>
        <Title order={2}>{t('Practise: play the staff')}</Title>
        <HelpText>
          {t(
            'Sell, refund, change a price or recount at the practice till; buy, cancel or complete an order in the practice store. Then press Sync now to see what it does. “Make a conflict” changes a price on both sides at once.',
          )}
        </HelpText>
      </Stack>
      <StaffForm />
      <OrderPracticeButtons>
        <ClashButton />
      </OrderPracticeButtons>
      {failure && <FailureNotice failure={failure} />}
      <div role="status">
        {deeds.length > 0 && (
          <List size="sm" aria-label={t('Done so far')}>
            {deeds.map(({ id, what }) => (
              <List.Item key={id}>{what}</List.Item>
            ))}
          </List>
        )}
      </div>
    </Stack>
  );
}

const EMPTY: StaffDraft = { target: '', quantity: '1', price: '', name: '' };

const PARTS: Readonly<
  Record<DraftPart, { readonly label: string; readonly placeholder: string; readonly width: number }>
> = {
  price: { label: t('New price'), placeholder: t('4.50'), width: 120 },
  quantity: { label: t('How many'), placeholder: '1', width: 120 },
  name: { label: t('New name'), placeholder: t('Its new name'), width: 220 },
};

const NAMES_SAID = 4;

const sayWhich = (names: readonly string[]): string =>
  t('Which one? {{names}}', {
    names: [...names.slice(0, NAMES_SAID), ...(names.length > NAMES_SAID ? ['…'] : [])].join(', '),
  });

const TARGETS = { product: t('Product'), order: t('Order number'), new: t('Name') } as const;

/** Gives the order of the form, once it is plain which product is meant. */
function useOrder(
  side: SideName,
  deed: (typeof STAFF_DEEDS)[SideName][number],
  draft: StaffDraft,
  setTarget: (target: string) => void,
) {
  const { found, act, findProducts } = usePractice();
  const [which, ask] = useState<readonly string[]>([]);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (deed.to) return act(readOrder(side, deed, draft, found));
    // What was typed last may not have been looked for yet.
    await findProducts(draft.target);
    const now = usePractice.getState().found;
    const meant = findMeant(draft.target, now);
    ask('which' in meant ? meant.which : []);
    if ('which' in meant) return;
    setTarget(meant.target);
    await act(readOrder(side, deed, { ...draft, target: meant.target }, now));
  };
  return { which, ask, submit };
}

function StaffForm() {
  const { isActing, found, findProducts } = usePractice();
  const [side, setSide] = useState<SideName>('till');
  const [key, setKey] = useState('sell');
  const [draft, setDraft] = useState(EMPTY);
  const find = useDebouncedCallback((text: string) => void findProducts(text), TYPING_MS);
  const deed = STAFF_DEEDS[side].find((one) => one.key === key) ?? STAFF_DEEDS[side][0];
  const change = (part: Partial<StaffDraft>): void => setDraft((old) => ({ ...old, ...part }));
  const { which, submit, ask } = useOrder(side, deed, draft, (target) => change({ target }));
  /** An order's number is no product's name, and the other way round. */
  const chooseDeed = (at: SideName, next: string): void => {
    setKey(next);
    if (STAFF_DEEDS[at].find((one) => one.key === next)?.to !== deed.to) change({ target: '' });
  };
  const choose = (next: string): void => {
    const chosen: SideName = next === 'store' ? 'store' : 'till';
    setSide(chosen);
    chooseDeed(chosen, STAFF_DEEDS[chosen][0].key);
  };
  const isReady = draft.target.trim() !== '' && deed.takes.every((part) => draft[part].trim() !== '');
  return (
    <Stack component="form" gap="sm" onSubmit={(event) => void submit(event)}>
      <Group gap="md">
        <SegmentedControl aria-label={t('Where')} data={SIDES} value={side} onChange={choose} />
        <NativeSelect
          aria-label={t('What')}
          data={STAFF_DEEDS[side].map((one) => ({ value: one.key, label: one.word }))}
          value={deed.key}
          onChange={(event) => chooseDeed(side, event.currentTarget.value)}
        />
      </Group>
      <Group align="flex-end" gap="sm">
        <Autocomplete
          flex="1 1 240px"
          label={TARGETS[deed.to ?? 'product']}
          description={deed.help ?? t('Its name, SKU or id')}
          error={which.length > 0 && sayWhich(which)}
          data={deed.to ? [] : listNames(found)}
          value={draft.target}
          onFocus={() => void findProducts(draft.target)}
          onChange={(target) => {
            change({ target });
            ask([]);
            if (!deed.to) find(target);
          }}
        />
        {deed.takes.map((part) => (
          <TextInput
            key={part}
            w={PARTS[part].width}
            label={PARTS[part].label}
            placeholder={PARTS[part].placeholder}
            inputMode={part === 'name' ? 'text' : 'decimal'}
            value={draft[part]}
            onChange={(event) => change({ [part]: event.currentTarget.value })}
          />
        ))}
        <Button type="submit" variant="light" loading={isActing} disabled={!isReady}>
          <Text span inherit>
            {deed.word}
          </Text>
        </Button>
      </Group>
    </Stack>
  );
}
