import type { Sentence } from '../sentence.ts';

/** Plans, runs, and what a person decides in between. */
export const RUN_SENTENCES = {
  RUN_BRAKED: {
    says: 'Much would change at once[; prices that move by more than {percent} percent: {#prices}][; stocks set to zero: {#zeros}][; products taken out of the store: {#removals}]. Nothing was changed.',
    next: 'Look through the plan; if it is right, approve it[ ("approve {run}")] and start it.',
  },
  RUN_OTHER_SHOP: {
    says: 'Import[ {run}] belongs to another till or store than the two that are connected now. Nothing was changed.',
    next: 'Connect those two again, or make a new plan for these.',
  },
  RUN_STALE_PLAN: {
    says: 'The plan[ {plan}] is out of date: a newer one was made since, or it is more than a day old.',
    next: 'Make a new plan.',
  },
  RUN_STALE_ROW: {
    says: 'The product[ {product}] was changed in the store after the plan was made, so it was left as it is.',
    next: 'Make a new plan; it takes the change into account.',
  },
  RUN_NOT_APPLIABLE: {
    says: 'The run[ {run}] cannot be applied[; it is {state}].',
    next: 'Make a new plan.',
  },
  RUN_PARENT_FAILED: {
    says: 'The product that this variant belongs to could not be made[ ({parent})].',
    next: 'Mend what stopped that product, then try this one again, or import again.',
  },
  RUN_CANCELLED: {
    says: 'A person stopped the run before its end.',
    next: 'Apply the same run again to go on with it.',
  },
  RUN_DIRECTION_OFF: {
    says: 'Changes go the other way only, so nothing is brought over from this side.',
    next: 'Set sync.direction to both.',
  },
  SYNC_NOT_IMPORTED: {
    says: 'Nothing is kept in step yet: the till and the store have not been brought together.',
    next: 'Import first: it shows what it would do before it does it.',
  },
  SYNC_OTHER_SHOP: {
    says: 'The products here are linked to another till or store than the two that are connected now. Nothing is synced, and nothing was changed.',
    next: 'Connect the two from before again. If this is meant to be another shop, choose "Clean and re-sync" in the settings, then import.',
  },
  RUN_NOTHING_TO_UNDO: {
    says: 'There is nothing to undo in the run[ {run}].',
    next: 'Look up the number of the import in the log.',
  },
  RUN_BUSY: {
    says: 'Tillbridge is still at work on {what|something else}, and one thing is done at a time.',
    next: 'Wait until it has ended, or stop it, then try again.',
  },
  CONFLICT_STALE: {
    says: 'One side was changed again since you looked[ at the {field} of {product}], so your answer was not used.',
    next: 'Look at the values as they are now, then decide again.',
  },
  CSV_COUNT_MOVED: {
    says: 'A count of the file is old[: line {line}, {product}]. It was sold or counted since[ (then {written}; now {now})][, and {pieces} would be put in its place].',
    next: 'Count again, or export the stock once more; apply only what is still right.',
  },
  CSV_MORE_MOVED: {
    says: 'More counts of the file are old[, {more} in all]: their products were sold or counted since.',
    next: 'Count again, or export the stock once more; apply only what is still right.',
  },
  CSV_REFUSED: {
    says: 'The file was not accepted, and nothing was changed[: {problems}].',
    next: 'Mend what it names in the spreadsheet, save it as CSV and import it again.',
  },
} as const satisfies Record<string, Sentence>;
