import { cloneElement, Fragment, type ReactElement } from 'react';
import type { Values } from './i18n.ts';
import { cutAtTags } from './tagged-text.ts';

export interface TransProps {
  /** In English, with its elements as tags: `Press <b>Retry</b>`, `Last sync <ago/>`. */
  readonly i18nKey: string;
  readonly values?: Values;
  /** By the name of their tag. */
  readonly components: Readonly<Record<string, ReactElement>>;
}

/** A text with elements inside it. */
export function Trans({ i18nKey, values = {}, components }: TransProps) {
  return cutAtTags(i18nKey, values).map((part, index) => {
    const element = typeof part === 'string' ? undefined : components[part.name];
    const key = `${i18nKey} ${index}`;
    if (typeof part === 'string' || !element)
      return <Fragment key={key}>{typeof part === 'string' ? part : part.whole}</Fragment>;
    return part.inside === null
      ? cloneElement(element, { key })
      : cloneElement(element, { key }, part.inside);
  });
}
