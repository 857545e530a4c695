import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const DATA_FOLDER = new URL('../../resources/practice/pizza/', import.meta.url);

const SIZE_WORDS = {
  S: 'Small',
  M: 'Medium',
  L: 'Large',
  XL: 'X-Large',
  XXL: 'XX-Large',
} as const;

const typeRows = z.array(
  z.object({ pizza_type_id: z.string(), name: z.string(), category: z.string(), ingredients: z.string() }),
);
const sizeRows = z.array(
  z.object({
    pizza_id: z.string(),
    pizza_type_id: z.string(),
    size: z.enum(['S', 'M', 'L', 'XL', 'XXL']),
    price: z.string().regex(/^\d+(\.\d{1,2})?$/),
  }),
);

/** One size of a pizza as it is sold. */
export interface PizzaSize {
  readonly sku: string;
  /** A word a guest reads: Small ... XX-Large. */
  readonly size: string;
  readonly priceCents: number;
}

export interface Pizza {
  readonly key: string;
  readonly name: string;
  /** Chicken, Classic, Supreme or Veggie. */
  readonly kind: string;
  readonly ingredients: string;
  readonly sizes: readonly PizzaSize[];
}

/** Reads the pizzeria's 32 pizzas with their sizes from the data set in `resources/practice/pizza`. */
export function readPizzas(): Pizza[] {
  const sizesByType = new Map<string, PizzaSize[]>();
  for (const row of sizeRows.parse(readRows('pizzas.csv'))) {
    const size = {
      sku: row.pizza_id,
      size: SIZE_WORDS[row.size],
      priceCents: Math.round(Number(row.price) * 100),
    };
    const known = sizesByType.get(row.pizza_type_id);
    if (known) known.push(size);
    else sizesByType.set(row.pizza_type_id, [size]);
  }
  return typeRows.parse(readRows('pizza_types.csv')).map((row) => ({
    key: row.pizza_type_id,
    name: row.name,
    kind: row.category,
    ingredients: row.ingredients,
    sizes: sizesByType.get(row.pizza_type_id) ?? [],
  }));
}

function readRows(file: string): unknown {
  return parse(readFileSync(new URL(file, DATA_FOLDER), 'utf8'), { columns: true });
}
