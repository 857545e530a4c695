import { answer, type Command, refuse } from '../command.ts';

const GLOBAL = 'default';

export const THRESHOLD: Command = {
  name: 'threshold',
  summary: 'Sets from how many pieces down a product counts as low.',
  isWriter: true,
  arguments: [{ name: 'PRODUCT' }, { name: `N|${GLOBAL}` }],
  notes: [
    `"${GLOBAL}" goes back to the setting stock.lowThreshold.`,
    'PRODUCT is a Clover id, a WooCommerce id, an exact SKU or an exact name.',
  ],
  run: async ({ input, openCore }) => {
    const text = input.argument(`N|${GLOBAL}`) ?? '';
    if (text !== GLOBAL && !/^\d{1,9}$/.test(text))
      return refuse('USE_BAD_VALUE', {
        name: 'N',
        why: `it takes whole pieces or "${GLOBAL}", not "${text}"`,
      });
    const core = await openCore();
    if (!core.ok) return core;
    const product = input.argument('PRODUCT') ?? '';
    const threshold = text === GLOBAL ? null : Number(text);
    const set = core.value.engine.stock.setThreshold(product, threshold);
    if (!set.ok) return set;
    return answer({
      document: { product, threshold },
      lines: () => [
        threshold === null
          ? `${product} counts as low where all others do.`
          : `${product} counts as low at ${threshold} and fewer.`,
      ],
    });
  },
};
