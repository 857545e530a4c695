import { Button, Radio, Stack, Text } from '@mantine/core';
import type { PlanRowShape } from '../../../src-preload/contract/run-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { useImport } from '../../state/import.ts';

/** A person says which product of the store an item is, or that it is none of them. */
export function ReviewChoice({ row }: { readonly row: PlanRowShape }) {
  const { choices, choose } = useImport();
  const { cloverId, suggestions, kind } = row;
  if (cloverId === null || kind === 'category') return null;
  const chosen = choices.get(cloverId);
  const change = (value: string): void => choose(cloverId, value === 'create' ? 'create' : Number(value));
  return (
    <Stack gap="sm" className="tb-card">
      <Radio.Group
        label={t('Which product of the store is this?')}
        description={t('Your answer counts when you plan again.')}
        value={chosen === undefined ? '' : String(chosen)}
        onChange={change}
      >
        <Stack gap="xs" mt="sm">
          {suggestions.map(({ wooId, name, sku, score }) => (
            <Radio
              key={wooId}
              value={String(wooId)}
              label={name}
              description={[
                sku === '' ? t('no SKU') : `SKU ${sku}`,
                t('{{score}} % alike', { score }),
                t('id {{id}}', { id: wooId }),
              ].join(' · ')}
            />
          ))}
          <Radio value="create" label={t('None of these: create a new product')} />
        </Stack>
      </Radio.Group>
      {chosen === undefined ? (
        <Text size="sm" c="dimmed">
          {t('Undecided items are left alone.')}
        </Text>
      ) : (
        <Button variant="subtle" size="xs" w="fit-content" onClick={() => choose(cloverId, null)}>
          {t('Leave it undecided')}
        </Button>
      )}
    </Stack>
  );
}
