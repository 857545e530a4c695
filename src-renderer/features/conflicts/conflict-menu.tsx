import { ActionIcon, Button, Menu } from '@mantine/core';
import { ChevronDown, Ellipsis } from 'lucide-react';
import type { ConflictShape } from '../../../src-preload/contract/live-shapes.ts';
import type { SideName } from '../../../src-preload/contract/shapes.ts';
import { nameFields } from '../../components/field-name.ts';
import { t } from '../../i18n/i18n.ts';
import { navigate } from '../../state/navigation.ts';
import { useProducts } from '../../state/products.ts';
import { canType } from './conflict-words.ts';

export interface AlwaysMenuProps {
  readonly conflict: ConflictShape;
  readonly tabIndex: number;
  readonly askAlways: (take: SideName) => void;
}

/** Makes a rule out of a conflict: it answers all of its kind from then on. */
export function AlwaysMenu({ conflict, tabIndex, askAlways }: AlwaysMenuProps) {
  const fields = nameFields(conflict.field);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          tabIndex={tabIndex}
          rightSection={<ChevronDown size={14} aria-hidden />}
          aria-label={t('Always do this for {{fields}}', { fields })}
        >
          {t('Always do this')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => askAlways('till')}>
          {t('Always take the till’s {{fields}}…', { fields })}
        </Menu.Item>
        <Menu.Item onClick={() => askAlways('store')}>
          {t('Always take the store’s {{fields}}…', { fields })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export interface ConflictMenuProps {
  readonly conflict: ConflictShape;
  readonly tabIndex: number;
  readonly typeValue: () => void;
}

/** What else can be done about a conflict. */
export function ConflictMenu({ conflict, tabIndex, typeValue }: ConflictMenuProps) {
  const { name, field } = conflict;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="default"
          size="md"
          tabIndex={tabIndex}
          aria-label={t('More for {{name}}', { name })}
        >
          <Ellipsis size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {canType(field) && <Menu.Item onClick={typeValue}>{t('Give both another value…')}</Menu.Item>}
        <Menu.Item onClick={() => showProduct(name)}>{t('Show the product')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function showProduct(name: string): void {
  useProducts.getState().setStatus(null);
  useProducts.getState().setSearch(name.slice(0, 100));
  navigate('products');
}
