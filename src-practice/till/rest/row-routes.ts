import type { z } from 'zod';
import type { TillContext } from '../context.ts';
import type { Area } from '../tokens.ts';
import { readBody } from './body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from './call.ts';
import { NOTHING_EXPANDED, readExpand } from './expand.ts';
import { miss } from './failure.ts';
import { answerList, type List } from './list.ts';

/** A kind of row with the five usual calls: list, create, read, update in part, delete. */
export interface RowKind<Row, Schema extends z.ZodType> {
  /** Of the list, perhaps below a parent: `/attributes/{attributeId}/options`. */
  readonly path: string;
  /** The placeholder of the row's id: `optionId`. */
  readonly idName: string;
  /** For the 404: `Option`. */
  readonly noun: string;
  readonly area: Area;
  readonly list: List<Row>;
  readonly schema: Schema;
  /** Chooses the rows of the parent in the path; throws when there is no such parent. */
  readonly narrow?: (call: TillCall) => (row: Row) => boolean;
  readonly find: (id: string) => Row | undefined;
  readonly create: (body: z.output<Schema>, call: TillCall) => Row;
  readonly update: (row: Row, body: z.output<Schema>) => Row;
  readonly remove: (row: Row) => void;
}

/** The five routes of a kind. */
export function createRowRoutes<Row, Schema extends z.ZodType>(
  till: TillContext,
  kind: RowKind<Row, Schema>,
): Route[] {
  const { area, path, list, schema } = kind;
  const rowPath = `${path}/{${kind.idName}}`;
  const find = (call: TillCall): Row => {
    const isWithin = kind.narrow?.(call);
    const row = kind.find(call.param(kind.idName));
    if (row === undefined || (isWithin && !isWithin(row))) throw miss(kind.noun);
    return row;
  };
  const show = (row: Row): TillAnswer => ({ body: list.show(row, NOTHING_EXPANDED) });
  const read = (call: TillCall): TillAnswer => {
    return { body: list.show(find(call), readExpand(call, list.expands, till.answers)) };
  };
  const remove = (call: TillCall): TillAnswer => {
    kind.remove(find(call));
    return EMPTY_ANSWER;
  };
  return [
    { method: 'GET', path, area, answer: (call) => answerList(till, call, list, kind.narrow?.(call)) },
    { method: 'POST', path, area, answer: (call) => show(kind.create(readBody(call, schema), call)) },
    { method: 'GET', path: rowPath, area, answer: read },
    {
      method: 'POST',
      path: rowPath,
      area,
      answer: (call) => show(kind.update(find(call), readBody(call, schema))),
    },
    { method: 'DELETE', path: rowPath, area, answer: remove },
  ];
}
