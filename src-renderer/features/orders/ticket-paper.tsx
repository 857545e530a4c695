import type { OrderTicketShape } from '../../../src-preload/contract/order-shapes.ts';
import { t } from '../../i18n/i18n.ts';
import { type GroupedLine, splitTicket } from './ticket-text.ts';

export interface TicketPaperProps {
  readonly ticket: OrderTicketShape;
  /** Name of the till's order type. */
  readonly orderType: string;
}

/** The ticket as the kitchen sees it. */
export function TicketPaper({ ticket, orderType }: TicketPaperProps) {
  const { food, charges } = splitTicket(ticket);
  return (
    <section className="tb-paper" aria-label={t('Ticket as the kitchen sees it')}>
      <p className="tb-paper-type">{orderType}</p>
      <p className="tb-paper-title">{ticket.title}</p>
      <ul className="tb-paper-lines">
        {food.map((group) => (
          <PaperLine key={group.key} group={group} />
        ))}
      </ul>
      {charges.length > 0 && (
        <ul className="tb-paper-lines tb-paper-part">
          {charges.map((group) => (
            <PaperLine key={group.key} group={group} />
          ))}
        </ul>
      )}
      {ticket.note !== '' && <p className="tb-paper-part">{ticket.note}</p>}
    </section>
  );
}

function PaperLine({ group: { count, line } }: { readonly group: GroupedLine }) {
  return (
    <li>
      <strong>
        {line.kind === 'text' ? '' : `${count} × `}
        {line.name}
      </strong>
      {line.modifications.map(({ name }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same choice can stand twice, and the list never changes its order
        <span key={`${at} ${name}`}>+ {name}</span>
      ))}
      {line.note !== '' && <span>“{line.note}”</span>}
    </li>
  );
}
