import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { RefreshCw, Unlink } from 'lucide-react';
import { useState } from 'react';
import type { ProductShape, StoryShape } from '../../../src-preload/contract/shapes.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { type Fact, Facts } from '../../components/facts.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { HelpText } from '../../components/help-text.tsx';
import { LoadingState } from '../../components/loading-state.tsx';
import { ProductStatus } from '../../components/product-status.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { formatMoment, TimeAgo } from '../../components/time.tsx';
import { t } from '../../i18n/i18n.ts';
import { useProducts } from '../../state/products.ts';
import { useStatus } from '../../state/status.ts';
import { sayResynced, UNLINK_TEXT } from './choice-bar.tsx';
import { compareField } from './compare-field.ts';
import { FieldStory } from './field-story.tsx';
import { sayMatch } from './match-words.ts';
import { listProductNotes } from './product-notes.ts';
import './product-drawer.css';
import { sayUnseen } from './shown-words.ts';

/** All about the opened product. */
export function ProductDrawer() {
  const { opened, close } = useProducts();
  return (
    <SideDrawer isOpen={opened !== null} title={opened?.name ?? ''} close={close}>
      {opened && <ProductContent product={opened} />}
    </SideDrawer>
  );
}

function ProductContent({ product }: { readonly product: ProductShape }) {
  const { story, storyFailure, failure, loadStory } = useProducts();
  return (
    <>
      <Group gap="sm">
        <ProductStatus status={product.status} />
        {product.kind === 'variation' && <Text size="sm">{t('Variant of a product')}</Text>}
        {sayUnseen(product) && <Text size="sm">{sayUnseen(product)}</Text>}
      </Group>
      {product.failure && <FailureNotice failure={product.failure} />}
      {failure && <FailureNotice failure={failure} />}
      <Facts facts={listFacts(product)} />
      {storyFailure && (
        <FailureNotice
          failure={storyFailure}
          action={{ word: t('Try again'), act: () => void loadStory() }}
        />
      )}
      {story && <ProductNotes story={story} />}
      {story && <FieldList story={story} />}
      {!story && !storyFailure && <LoadingState text={t('Reading its fields…')} />}
      <ResyncSection product={product} />
      {product.wooId !== null && <UnlinkSection product={product} />}
    </>
  );
}

const listFacts = (product: ProductShape): Fact[] => [
  ['SKU', product.sku || t('none')],
  [t('Clover id'), <code key="clover">{product.cloverId}</code>],
  [t('Store id'), product.wooId === null ? t('none yet') : <code key="store">{product.wooId}</code>],
  ...(product.wooId === null ? [] : [[t('Why matched'), sayMatch(product)] as const]),
  [
    t('Last success'),
    product.lastSyncedMs === null ? t('never') : <TimeAgo key="time" atMs={product.lastSyncedMs} />,
  ],
];

/** What is to be known of the product as a whole: where it was made or deleted, and that it is off by hand. */
const ProductNotes = ({ story }: { readonly story: StoryShape }) =>
  listProductNotes(story, formatMoment).map((note) => (
    <Text key={note} size="sm">
      {note}
    </Text>
  ));

function FieldList({ story }: { readonly story: StoryShape }) {
  const pinField = useProducts((s) => s.pinField);
  const till = useStatus((s) => s.status?.till?.currency ?? '');
  const store = useStatus((s) => s.status?.store?.currency ?? '');
  const { product, fields } = story;
  const different = fields.filter((field) => !compareField(field).isSame).length;
  return (
    <Stack component="section" gap="xs" aria-label={t('Fields')}>
      <Title order={3} size="h4">
        {t('Field by field')}
      </Title>
      <HelpText>
        {fields.length === 0
          ? t('Nothing has been agreed yet; the next import does that.')
          : `${sayDifferences(different)} ${t('A pinned field is never written: each side keeps its own value.')}`}
      </HelpText>
      <ul className="tb-fields">
        {fields.map((field) => (
          <FieldStory
            key={field.field}
            story={field}
            currencies={{ till, store }}
            isPinned={product.pinned.includes(field.field)}
            pin={(isPinned) => void pinField(product.linkId, field.field, isPinned)}
          />
        ))}
      </ul>
    </Stack>
  );
}

function sayDifferences(count: number): string {
  if (count === 0) return t('Both sides are the same in every field.');
  return t('{{count, number}} fields differ.', { count });
}

function ResyncSection({ product }: { readonly product: ProductShape }) {
  const { isBusy, resynced, resync } = useProducts();
  return (
    <Stack gap={6} align="flex-start">
      <Button
        variant="default"
        leftSection={<RefreshCw size={16} aria-hidden />}
        loading={isBusy}
        onClick={() => void resync([product.linkId])}
      >
        {t('Re-sync')}
      </Button>
      <HelpText>{t('Reads it on both sides now, and writes what differs by the rules.')}</HelpText>
      {resynced !== null && (
        <Text size="sm" role="status">
          {sayResynced(resynced)}
        </Text>
      )}
    </Stack>
  );
}

function UnlinkSection({ product }: { readonly product: ProductShape }) {
  const { isBusy, unlink } = useProducts();
  const [isAsking, setIsAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    await unlink([product.linkId]);
    setIsAsking(false);
  };
  return (
    <Stack gap={6} align="flex-start">
      <Button
        variant="default"
        leftSection={<Unlink size={16} aria-hidden />}
        onClick={() => setIsAsking(true)}
      >
        {t('Unlink')}
      </Button>
      <HelpText>{t('For two that do not belong together. Nothing is changed on either side.')}</HelpText>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('Unlink {{name}}?', { name: product.name })}
        text={UNLINK_TEXT}
        word={t('Unlink')}
        isDangerous
        isBusy={isBusy}
        confirm={() => void confirm()}
        close={() => setIsAsking(false)}
      />
    </Stack>
  );
}
