import { useSettings } from '../../state/settings.ts';

const PLAIN: Readonly<Record<string, readonly string[]>> = {
  'price.mode': ['direct'],
  'price.rounding': ['none'],
  'price.tax': ['', 'same'],
};

/** Whether store prices are made from the till's by a rule, so that the figures are not the same. */
export const usePriceRule = (): boolean =>
  useSettings((s) =>
    Object.entries(PLAIN).some(([key, plain]) => {
      const value = s.settings?.get(key)?.value;
      return value !== undefined && !plain.includes(value);
    }),
  );
