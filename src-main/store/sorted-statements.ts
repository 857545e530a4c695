import type { Statement } from 'better-sqlite3';

/** One statement for each order and direction, made at its first use: a command line needs none of them. */
export function rememberStatements<Sort extends string>(
  orders: Readonly<Record<Sort, string>>,
  prepare: (order: string, direction: 'ASC' | 'DESC') => Statement,
): (sort: Sort, isDescending: boolean) => Statement {
  const made = new Map<string, Statement>();
  return (sort, isDescending) => {
    const direction = isDescending ? 'DESC' : 'ASC';
    const key = `${sort} ${direction}`;
    const statement = made.get(key) ?? prepare(orders[sort], direction);
    made.set(key, statement);
    return statement;
  };
}
