import { z } from 'zod';
import type { TillContext } from '../context.ts';
import { missField, REFERENCE, readBody } from '../rest/body.ts';
import { EMPTY_ANSWER, type Route, type TillAnswer, type TillCall } from '../rest/call.ts';
import { refuse } from '../rest/failure.ts';
import { text } from '../rest/filter.ts';
import { answerList, type List } from '../rest/list.ts';
import { type Association, createAssociations, type PairIds } from './association.ts';

const PAIRS_BODY = z.object({ elements: z.array(z.record(z.string(), z.unknown())) });

interface Pair {
  readonly left: string;
  readonly right: string;
}

/**
 * `/category_items` and its like: POST ties pairs, `?delete=true` unties them (clover.md 6.3). One bad pair
 * refuses the whole call. The rows themselves do not count as modified.
 */
export function createAssociationRoutes(till: TillContext): Route[] {
  return createAssociations(till).flatMap((association) => {
    const { area } = association;
    const path = `/${association.path}`;
    const routes: Route[] = [
      { method: 'POST', path, area, answer: (call) => writePairs(till, call, association) },
    ];
    if (association.isListed) {
      const list = createPairList(association);
      routes.push({ method: 'GET', path, area, answer: (call) => answerList(till, call, list) });
    }
    return routes;
  });
}

function writePairs(till: TillContext, call: TillCall, association: Association): TillAnswer {
  const isRemoval = call.query.get('delete') === 'true';
  const given = readPairs(call, association);
  const pairs = isRemoval
    ? given.flatMap((ids) => findPairs(till, association, ids))
    : given.map((ids) => checkNewPair(till, association, ids));
  till.associationWrites.write(() => {
    const { pairs: known, hasLeft, hasRight, follow } = association;
    for (const { left, right } of pairs) {
      // A side may have been deleted while the write lagged.
      if (isRemoval) known.unlink(left, right);
      else if (hasLeft(left) && hasRight(right)) known.link(left, right);
    }
    if (follow) for (const left of new Set(pairs.map((pair) => pair.left))) follow(left);
  });
  return EMPTY_ANSWER;
}

function readPairs(call: TillCall, { left, right }: Association): PairIds[] {
  return readBody(call, PAIRS_BODY).elements.map((element, index) => ({
    left: readSide(element[left], `elements.${index}.${left}`),
    right: readSide(element[right], `elements.${index}.${right}`),
  }));
}

function readSide(value: unknown, field: string): string | undefined {
  if (value === undefined) return undefined;
  const reference = REFERENCE.safeParse(value);
  if (!reference.success) throw refuse(`${field}: must have an id`);
  return reference.data.id;
}

function checkNewPair(till: TillContext, association: Association, { left, right }: PairIds): Pair {
  if (left === undefined) throw missField(association.left);
  if (right === undefined) throw missField(association.right);
  if (!association.hasLeft(left)) throw refuse(`Invalid ${association.left} id: ${left}`);
  if (!association.hasRight(right)) throw refuse(`Invalid ${association.right} id: ${right}`);
  association.checkFit?.(left, right);
  if (till.answers.duplicatePair === 'refuse' && association.pairs.has(left, right)) {
    throw refuse(`${association.left} ${left} and ${association.right} ${right} are associated already`);
  }
  return { left, right };
}

/** The pairs a removal means: one, or all of a side whose partner is not named. */
function findPairs(till: TillContext, association: Association, { left, right }: PairIds): Pair[] {
  const { pairs, canClearSide = false } = association;
  if (left !== undefined && right !== undefined) {
    if (till.answers.absentPair === 'refuse' && !pairs.has(left, right)) {
      throw refuse(`${association.left} ${left} and ${association.right} ${right} are not associated`);
    }
    return [{ left, right }];
  }
  if (left !== undefined && canClearSide) return [...pairs.rightsOf(left)].map((id) => ({ left, right: id }));
  if (right !== undefined && canClearSide)
    return [...pairs.leftsOf(right)].map((id) => ({ left: id, right }));
  throw missField(left === undefined ? association.left : association.right);
}

function createPairList({ left, right, pairs }: Association): List<Pair> {
  const scan = function* (): Generator<Pair, undefined> {
    for (const [leftId, rightId] of pairs.entries()) yield { left: leftId, right: rightId };
  };
  return {
    source: { scan },
    fields: { [`${left}.id`]: text((pair) => pair.left), [`${right}.id`]: text((pair) => pair.right) },
    expands: {},
    show: (pair) => ({ [left]: { id: pair.left }, [right]: { id: pair.right } }),
  };
}
