import type { Dictionary } from '../dictionary.ts';

export const FAILURES_RUNS_TEXTS = {
  'Much would change at once[; prices that move by more than {percent} percent: {#prices}][; stocks set to zero: {#zeros}][; products taken out of the store: {#removals}]. Nothing was changed.':
    'Es würde sich auf einmal viel ändern[; Preise, die sich um mehr als {percent} Prozent bewegen: {#prices}][; auf null gesetzte Bestände: {#zeros}][; aus dem Shop genommene Artikel: {#removals}]. Es wurde nichts geändert.',
  'Look through the plan; if it is right, approve it[ ("approve {run}")] and start it.':
    'Sehen Sie den Plan durch; ist er richtig, geben Sie ihn frei[ („approve {run}“)] und starten Sie ihn.',
  'Import[ {run}] belongs to another till or store than the two that are connected now. Nothing was changed.':
    'Der Import[ {run}] gehört zu einer anderen Kasse oder einem anderen Shop als den jetzt verbundenen. Es wurde nichts geändert.',
  'Connect those two again, or make a new plan for these.':
    'Verbinden Sie diese beiden wieder, oder erstellen Sie einen neuen Plan für die jetzigen.',
  'The plan[ {plan}] is out of date: a newer one was made since, or it is more than a day old.':
    'Der Plan[ {plan}] ist veraltet: Inzwischen wurde ein neuerer erstellt, oder er ist über einen Tag alt.',
  'Make a new plan.': 'Erstellen Sie einen neuen Plan.',
  'The product[ {product}] was changed in the store after the plan was made, so it was left as it is.':
    'Der Artikel[ {product}] wurde nach dem Erstellen des Plans im Shop geändert und deshalb so gelassen, wie er war.',
  'Make a new plan; it takes the change into account.':
    'Erstellen Sie einen neuen Plan; er berücksichtigt die Änderung.',
  'The run[ {run}] cannot be applied[; it is {state}].':
    'Der Lauf[ {run}] lässt sich nicht ausführen[; er ist {state}].',
  'The product that this variant belongs to could not be made[ ({parent})].':
    'Der Artikel, zu dem diese Variante gehört, konnte nicht angelegt werden[ ({parent})].',
  'Mend what stopped that product, then try this one again, or import again.':
    'Beheben Sie, was diesen Artikel aufgehalten hat, und versuchen Sie es hier erneut, oder importieren Sie erneut.',
  'A person stopped the run before its end.': 'Jemand hat den Lauf vor seinem Ende angehalten.',
  'Apply the same run again to go on with it.':
    'Führen Sie denselben Lauf noch einmal aus, um ihn fortzusetzen.',
  'Changes go the other way only, so nothing is brought over from this side.':
    'Änderungen gehen nur in die andere Richtung, deshalb wird von dieser Seite nichts übernommen.',
  'Set sync.direction to both.': 'Stellen Sie sync.direction auf both.',
  'The products here are linked to another till or store than the two that are connected now. Nothing is synced, and nothing was changed.':
    'Die Produkte hier sind mit einer anderen Kasse oder einem anderen Shop verknüpft als den beiden, die jetzt verbunden sind. Nichts wird abgeglichen, und nichts wurde geändert.',
  'Connect the two from before again. If this is meant to be another shop, choose "Clean and re-sync" in the settings, then import.':
    'Verbinden Sie wieder die beiden von vorher. Soll es ein anderer Betrieb sein, wählen Sie in den Einstellungen „Bereinigen und neu abgleichen“ und importieren Sie dann.',
  'Nothing is kept in step yet: the till and the store have not been brought together.':
    'Es wird noch nichts abgeglichen: Kasse und Shop wurden noch nicht zusammengeführt.',
  'Import first: it shows what it would do before it does it.':
    'Importieren Sie zuerst: Der Import zeigt, was er tun würde, bevor er es tut.',
  'There is nothing to undo in the run[ {run}].': 'Im Lauf[ {run}] gibt es nichts rückgängig zu machen.',
  'Look up the number of the import in the log.': 'Suchen Sie die Nummer des Imports im Protokoll.',
  'Tillbridge is still at work on {what|something else}, and one thing is done at a time.':
    'Tillbridge ist noch beschäftigt ({what|mit etwas anderem}), und es wird immer nur eines erledigt.',
  'Wait until it has ended, or stop it, then try again.':
    'Warten Sie, bis es fertig ist, oder halten Sie es an, und versuchen Sie es dann erneut.',
  'One side was changed again since you looked[ at the {field} of {product}], so your answer was not used.':
    'Eine Seite wurde noch einmal geändert, seit Sie nachgesehen haben[ ({product}: {field})], deshalb wurde Ihre Antwort nicht verwendet.',
  'Look at the values as they are now, then decide again.':
    'Sehen Sie sich die Werte an, wie sie jetzt sind, und entscheiden Sie erneut.',
  'A count of the file is old[: line {line}, {product}]. It was sold or counted since[ (then {written}; now {now})][, and {pieces} would be put in its place].':
    'Eine Zählung der Datei ist alt[: Zeile {line}, {product}]. Seitdem wurde verkauft oder gezählt[ (damals {written}; jetzt {now})][, und {pieces} würde eingesetzt].',
  'Count again, or export the stock once more; apply only what is still right.':
    'Zählen Sie erneut, oder exportieren Sie den Bestand noch einmal; wenden Sie nur an, was noch stimmt.',
  'More counts of the file are old[, {more} in all]: their products were sold or counted since.':
    'Weitere Zählungen der Datei sind alt[, insgesamt {more}]: Ihre Artikel wurden seitdem verkauft oder gezählt.',
  'The file was not accepted, and nothing was changed[: {problems}].':
    'Die Datei wurde nicht angenommen, und es wurde nichts geändert[: {problems}].',
  'Mend what it names in the spreadsheet, save it as CSV and import it again.':
    'Beheben Sie in der Tabelle, was genannt ist, speichern Sie sie als CSV und importieren Sie sie erneut.',
  'The customer chose {chosen|more} of "{group|a group}", and the till allows no more than {limit|that}.':
    'Der Kunde hat {chosen|mehr} aus „{group|einer Gruppe}“ gewählt, und die Kasse erlaubt nicht mehr als {limit|das}.',
  'Ask the customer what is meant, or cook it as ordered; correct the limit on the till or in the store.':
    'Fragen Sie den Kunden, was gemeint ist, oder kochen Sie es wie bestellt; korrigieren Sie die Grenze an der Kasse oder im Shop.',
  'The customer chose {chosen|too few} of "{group|a group}", and the till asks for at least {limit|more}.':
    'Der Kunde hat {chosen|zu wenig} aus „{group|einer Gruppe}“ gewählt, und die Kasse verlangt mindestens {limit|mehr}.',
  'Ask the customer for the missing choice; check that the store asks for it too.':
    'Fragen Sie den Kunden nach der fehlenden Auswahl; prüfen Sie, ob auch der Shop danach fragt.',
  'The store charged another price than the till has for the choice[ "{choice}"][: {charged}][ instead of {expected}]. The customer pays what the store charged.':
    'Der Shop hat für die Auswahl[ „{choice}“] einen anderen Preis berechnet, als die Kasse hat[: {charged}][ statt {expected}]. Der Kunde zahlt, was der Shop berechnet hat.',
  'Correct the price on the till or in the store; nothing is to be done for this order.':
    'Korrigieren Sie den Preis an der Kasse oder im Shop; für diese Bestellung ist nichts zu tun.',
  'The price of the choice[ "{choice}"] is lower than it ever was in the store or on the till[: {charged}][ instead of {expected}]. It may have been forged.':
    'Der Preis der Auswahl[ „{choice}“] ist niedriger, als er im Shop oder an der Kasse je war[: {charged}][ statt {expected}]. Er könnte gefälscht sein.',
  'Check what the customer paid before you hand the order over.':
    'Prüfen Sie, was der Kunde bezahlt hat, bevor Sie die Bestellung herausgeben.',
  'The customer chose "{choice|something}"[ of "{group}"], and the till has it as not available.':
    'Der Kunde hat „{choice|etwas}“ gewählt[ (aus „{group}“)], und an der Kasse ist es nicht verfügbar.',
  'Offer the customer something else, or make it available on the till.':
    'Bieten Sie dem Kunden etwas anderes an, oder machen Sie es an der Kasse verfügbar.',
  'The till has no modifier for something that the customer chose[ of "{group}"]. It stands as a note on its line.':
    'Die Kasse hat für etwas, das der Kunde gewählt hat, keinen Zusatz[ (aus „{group}“)]. Es steht als Notiz bei seiner Position.',
  'Read the note; to have it as a modifier, add one of the same name to the item on the till.':
    'Lesen Sie die Notiz; um es als Zusatz zu haben, geben Sie dem Artikel an der Kasse einen gleichen Namens.',
  'The store no longer has this order.': 'Der Shop hat diese Bestellung nicht mehr.',
  'The store no longer has this order: it was deleted for good, or the store was put back to an earlier copy.':
    'Der Shop hat diese Bestellung nicht mehr: Sie wurde endgültig gelöscht, oder der Shop wurde auf eine frühere Kopie zurückgesetzt.',
  'It stays on the till as it is. If it was called off, remove it there; else look whether it was paid before you take money.':
    'Sie bleibt auf der Kasse, wie sie ist. Wurde sie storniert, entfernen Sie sie dort; sonst sehen Sie nach, ob sie bezahlt ist, bevor Sie Geld nehmen.',
  'The store was put back to an earlier copy, and has given this order’s number to another one.':
    'Der Shop wurde auf eine frühere Kopie zurückgesetzt und hat die Nummer dieser Bestellung einer anderen gegeben.',
  'What is on the till stays there. If it is not on the till, type it in from its text here.':
    'Was auf der Kasse ist, bleibt dort. Ist sie nicht auf der Kasse, tippen Sie sie aus ihrem Text hier ein.',
  'Nothing has to be done, unless a customer asks for it.':
    'Es ist nichts zu tun, außer ein Kunde fragt danach.',
  'Somebody removed this order on the till[. It was {paid} in the store, and the money is still with the shop].':
    'Jemand hat diese Bestellung an der Kasse entfernt[. Sie war im Shop {paid}, und das Geld ist noch beim Geschäft].',
  'Look whether it is to be made. If not, refund it in the store. If it is, [set it to Processing there, since it is {store} now, then ]choose "Try again": it goes to the till anew.':
    'Klären Sie, ob sie zubereitet werden soll. Wenn nicht, erstatten Sie sie im Shop. Wenn doch, [setzen Sie sie dort auf „In Bearbeitung“, da sie jetzt {store} ist, und ]wählen Sie „Erneut versuchen“: Sie geht neu an die Kasse.',
  'The order[ {order}] could not be put on the till.':
    'Die Bestellung[ {order}] konnte nicht an die Kasse gegeben werden.',
  'Type it in at the till from its text here, or choose "Try again".':
    'Tippen Sie sie anhand ihres Textes hier an der Kasse ein, oder wählen Sie „Erneut versuchen“.',
  'The order is on the till, but its payment could not be recorded there.':
    'Die Bestellung ist an der Kasse, aber ihre Zahlung konnte dort nicht erfasst werden.',
  'Record the payment on the till, or choose "Try again": what is recorded already is never recorded twice.':
    'Erfassen Sie die Zahlung an der Kasse, oder wählen Sie „Erneut versuchen“: Was schon erfasst ist, wird nie zweimal erfasst.',
  'The order[ {order}] does not wait for anybody.': 'Die Bestellung[ {order}] wartet auf niemanden.',
  'Nothing has to be done; it goes on by itself, or is over.':
    'Es ist nichts zu tun; sie geht von selbst weiter oder ist erledigt.',
  'The till has no order type[ named "{name}"], and did not let Tillbridge make it.':
    'Die Kasse hat keine Bestellart[ namens „{name}“] und ließ Tillbridge sie nicht anlegen.',
  'Make it in Clover’s dashboard under Order types, or choose another name under Settings, Orders. Waiting orders then go on.':
    'Legen Sie sie im Clover-Dashboard unter Order types an, oder wählen Sie unter Einstellungen, Bestellungen einen anderen Namen. Wartende Bestellungen gehen dann weiter.',
  'The till has no tender[ named "{name}"] for web payments, and did not let Tillbridge make it.':
    'Die Kasse hat keine Zahlungsart[ namens „{name}“] für Web-Zahlungen und ließ Tillbridge sie nicht anlegen.',
  'Make it in Clover’s dashboard under Tenders, or choose another name under Settings, Orders. Waiting orders then go on.':
    'Legen Sie sie im Clover-Dashboard unter Tenders an, oder wählen Sie unter Einstellungen, Bestellungen einen anderen Namen. Wartende Bestellungen gehen dann weiter.',
  'The till does not take this order, as lines or as text[. It says: {message}].':
    'Die Kasse nimmt diese Bestellung nicht an, weder als Positionen noch als Text[. Sie sagt: {message}].',
  'Type it in at the till from its text here, and choose "It is already on the till". If you have mended what the till complains of, choose "Try again" instead.':
    'Tippen Sie sie anhand ihres Textes hier an der Kasse ein und wählen Sie „Sie ist schon an der Kasse“. Haben Sie behoben, was die Kasse beanstandet, wählen Sie stattdessen „Erneut versuchen“.',
  'Somebody typed this order in at the till. Tillbridge leaves it alone.':
    'Jemand hat diese Bestellung an der Kasse eingetippt. Tillbridge rührt sie nicht an.',
  'Nothing has to be done. If that was a mistake, choose "Try again": the order then goes to the till.':
    'Es ist nichts zu tun. War das ein Versehen, wählen Sie „Erneut versuchen“: Die Bestellung geht dann an die Kasse.',
  'The order[ {order}] is on the till already, or was being put there just now.':
    'Die Bestellung[ {order}] ist schon an der Kasse oder wurde gerade dorthin gegeben.',
  'Look at the till’s orders; delete the one that was typed in, if both are there.':
    'Sehen Sie die Bestellungen der Kasse durch; löschen Sie die eingetippte, wenn beide da sind.',
  'Tillbridge itself made a mistake with this order[ ({where})]. All other orders go on.':
    'Tillbridge selbst hat bei dieser Bestellung einen Fehler gemacht[ ({where})]. Alle anderen Bestellungen gehen weiter.',
  'Look whether it is on the till. If not, type it in there or choose "Try again"; and send the log to support.':
    'Sehen Sie nach, ob sie an der Kasse ist. Wenn nicht, tippen Sie sie dort ein oder wählen Sie „Erneut versuchen“; und senden Sie das Protokoll an den Support.',
  'Part of what Tillbridge kept of this order cannot be read any more[: {what}].':
    'Ein Teil dessen, was Tillbridge von dieser Bestellung aufbewahrt hat, ist nicht mehr lesbar[: {what}].',
  'Look whether it is on the till and in the kitchen. If not, type it in there or choose "Try again".':
    'Sehen Sie nach, ob sie an der Kasse und in der Küche ist. Wenn nicht, tippen Sie sie dort ein oder wählen Sie „Erneut versuchen“.',
  'Web order[ {order}] may stand on the till twice: one that was given up shows there after all.':
    'Die Web-Bestellung[ {order}] steht vielleicht zweimal an der Kasse: Eine, die aufgegeben worden war, erscheint dort nun doch.',
  'Look at the till’s orders, and delete the one that the kitchen does not make.':
    'Sehen Sie die Bestellungen der Kasse durch und löschen Sie die, die die Küche nicht zubereitet.',
  'The ticket was not printed.': 'Der Küchenbon wurde nicht gedruckt.',
  'Look at the kitchen printer (paper, power, network), then choose "Print".':
    'Sehen Sie nach dem Küchendrucker (Papier, Strom, Netz) und wählen Sie dann „Drucken“.',
  'Nothing says that the ticket was printed.': 'Nichts belegt, dass der Küchenbon gedruckt wurde.',
  'Look in the kitchen. If it is missing, choose "Reprint"; it is never printed again by itself.':
    'Sehen Sie in der Küche nach. Fehlt er, wählen Sie „Erneut drucken“; von selbst wird er nie noch einmal gedruckt.',
  'The order[ {order}] is on the till, but its ticket was not printed, or nothing proves it.':
    'Die Bestellung[ {order}] ist an der Kasse, aber ihr Küchenbon wurde nicht gedruckt, oder nichts belegt es.',
  'Look at the kitchen printer, then choose "Print"[ ("reprint {order}")]. If the kitchen knows of the order, choose "Seen"[ ("orders seen {order}")].':
    'Sehen Sie nach dem Küchendrucker und wählen Sie dann „Drucken“[ („reprint {order}“)]. Weiß die Küche von der Bestellung, wählen Sie „Gesehen“[ („orders seen {order}“)].',
  'There is nothing to try again about the order[ {order}]; it waits for somebody to look at it.':
    'An der Bestellung[ {order}] gibt es nichts erneut zu versuchen; sie wartet darauf, dass jemand sie ansieht.',
  'Read what it says, then choose "Seen"[ ("orders seen {order}")].':
    'Lesen Sie, was dort steht, und wählen Sie dann „Gesehen“[ („orders seen {order}“)].',
  'The test ticket was not printed.': 'Der Testbon wurde nicht gedruckt.',
  'Look at the kitchen printer (paper, power, network), then test again.':
    'Sehen Sie nach dem Küchendrucker (Papier, Strom, Netz) und testen Sie dann erneut.',
  'Nothing says that the test ticket was printed.': 'Nichts belegt, dass der Testbon gedruckt wurde.',
  'Look in the kitchen. If it is missing, look at the printer (paper, power, network), then test again.':
    'Sehen Sie in der Küche nach. Fehlt er, sehen Sie nach dem Drucker (Papier, Strom, Netz) und testen Sie dann erneut.',
  'The till is set to print orders by itself: the tickets of web orders are left to it, so that none comes twice, until you choose.':
    'Die Kasse ist so eingestellt, dass sie Bestellungen selbst druckt: Ihr bleiben die Küchenbons der Web-Bestellungen überlassen, damit keiner doppelt kommt, bis Sie wählen.',
  'Place one order. Its ticket comes out: leave the printing to the till. It does not: let Tillbridge print.':
    'Geben Sie eine Bestellung auf. Kommt ihr Küchenbon: Überlassen Sie das Drucken der Kasse. Kommt er nicht: Lassen Sie Tillbridge drucken.',
  'The order is in {store|another currency}, the till counts in {till|its own}: its money was not put on the till.':
    'Die Bestellung ist in {store|einer anderen Währung}, die Kasse rechnet in {till|ihrer eigenen}: Der Betrag wurde nicht an die Kasse gegeben.',
  'Take the payment by hand on the till, or record it there as paid in the web store.':
    'Nehmen Sie die Zahlung an der Kasse von Hand an, oder erfassen Sie sie dort als im Webshop bezahlt.',
  'The amounts of this order do not come to a sum that the till could take, so it went to the kitchen as text.':
    'Die Beträge dieser Bestellung ergeben keine Summe, die die Kasse annehmen könnte, deshalb ging sie als Text in die Küche.',
  'Compare it with the order in the store, and set its total on the till by hand.':
    'Vergleichen Sie sie mit der Bestellung im Shop und setzen Sie ihre Summe an der Kasse von Hand.',
  'The order has more pieces than the till takes lines[ ({lines})], so lines are put together in words.':
    'Die Bestellung hat mehr Stücke, als die Kasse Positionen annimmt[ ({lines})], deshalb sind Positionen in Worten zusammengefasst.',
  'Read the ticket with care; stock of these pieces is counted as always.':
    'Lesen Sie den Küchenbon aufmerksam; der Bestand dieser Stücke wird gezählt wie immer.',
  'The store’s total has a part[ of {amount}] that none of the order’s lines explains; it stands on the ticket as a line of its own.':
    'Die Summe des Shops enthält einen Teil[ von {amount}], den keine Position der Bestellung erklärt; er steht auf dem Küchenbon als eigene Position.',
  'Look at the order in the store: a plugin may take money off the total, or add some.':
    'Sehen Sie sich die Bestellung im Shop an: Ein Plugin zieht vielleicht etwas von der Summe ab oder schlägt etwas auf.',
  'A gift card or store credit paid for a part[ of {amount}]; it stands on the ticket as a discount.':
    'Ein Gutschein oder Guthaben hat einen Teil[ von {amount}] bezahlt; er steht auf dem Küchenbon als Rabatt.',
  'Nothing has to be done.': 'Es ist nichts zu tun.',
  'The product[ {product}] is not linked to an item of the till, so its line is a free one and may not print in its kitchen.':
    'Das Produkt[ {product}] ist mit keinem Artikel der Kasse verknüpft, deshalb ist seine Position frei und wird vielleicht nicht in seiner Küche gedruckt.',
  'Link it under Products; later orders then have the item.':
    'Verknüpfen Sie es unter Artikel; spätere Bestellungen haben dann den Artikel.',
  'The line[ {product}] has a quantity[ of {quantity}] or a price that cannot be sold on the till; it stands on the ticket in words with its money.':
    'Die Position[ {product}] hat eine Menge[ von {quantity}] oder einen Preis, die sich an der Kasse nicht verkaufen lassen; sie steht in Worten mit ihrem Betrag auf dem Küchenbon.',
  'Look at the order in the store.': 'Sehen Sie sich die Bestellung im Shop an.',
  'The choices[ of {product}] cost more than all of the line.':
    'Die Auswahl[ bei {product}] kostet mehr als die ganze Position.',
  'Look whether the customer paid the right price.':
    'Prüfen Sie, ob der Kunde den richtigen Preis bezahlt hat.',
  'The order’s text had signs, such as emoji, that the till cannot keep; they were left out of the ticket.':
    'Der Text der Bestellung enthielt Zeichen wie Emojis, die die Kasse nicht speichern kann; sie fehlen auf dem Küchenbon.',
  'Nothing has to be done; the store has the text in full.':
    'Es ist nichts zu tun; der Shop hat den vollständigen Text.',
  'Not to be sent yet[: its status is {status}].': 'Noch nicht zu senden[: Ihr Status ist {status}].',
  'Nothing has to be done; it goes when it is. When orders are sent is chosen under Settings, Orders.':
    'Es ist nichts zu tun; sie geht, sobald es so weit ist. Wann Bestellungen gesendet werden, wählen Sie unter Einstellungen, Bestellungen.',
  'The order has a status[, {status},] that Tillbridge does not know, and is not paid, so it waits.':
    'Die Bestellung hat einen Status[, {status},], den Tillbridge nicht kennt, und ist nicht bezahlt; deshalb wartet sie.',
  'Set it to Processing in the store when it is to be made.':
    'Setzen Sie sie im Shop auf „In Bearbeitung“, wenn sie zubereitet werden soll.',
  'The order was made before Tillbridge looked after this store, and is left alone.':
    'Die Bestellung entstand, bevor Tillbridge sich um diesen Shop gekümmert hat, und wird in Ruhe gelassen.',
  'Ended[ ({status})] before it went to the till, so it is not sent.':
    'Sie endete[ ({status})], bevor sie an die Kasse ging, und wird deshalb nicht gesendet.',
  'The order ended in two ways: {store|one} in the store, {till|another} on the till. Both were left as they are.':
    'Die Bestellung endete auf zwei Arten: {store|die eine} im Shop, {till|die andere} an der Kasse. Beide wurden so gelassen, wie sie waren.',
  'Look what happened to it, and set the one that is wrong by hand.':
    'Klären Sie, was damit geschehen ist, und berichtigen Sie die falsche Seite von Hand.',
  'The order is {store|open} in the store again, but the till’s one is {till|over} and cannot be brought back.':
    'Die Bestellung ist im Shop wieder {store|offen}, aber die an der Kasse ist {till|erledigt} und lässt sich nicht zurückholen.',
  'If it is to be made after all, choose "Try again": it goes to the till anew.':
    'Soll sie doch zubereitet werden, wählen Sie „Erneut versuchen“: Sie geht neu an die Kasse.',
  'The order was ended in the store[ ({status})]; on the till it is marked so, but its payment stays, since the till lets no app refund.':
    'Die Bestellung wurde im Shop beendet[ ({status})]; an der Kasse ist sie so markiert, aber ihre Zahlung bleibt, da die Kasse keine App erstatten lässt.',
  'If the till’s sums have to show it, refund it on the till by hand.':
    'Sollen die Summen der Kasse es zeigen, erstatten Sie sie an der Kasse von Hand.',
  'The store says that the payment of this order failed, and it is on the till already.':
    'Der Shop sagt, dass die Zahlung dieser Bestellung fehlgeschlagen ist, und sie ist schon an der Kasse.',
  'Ask the customer for the payment before it is handed over.':
    'Bitten Sie den Kunden um die Zahlung, bevor sie herausgegeben wird.',
  'The till says that the order is done, but nobody says that it was paid; in the store it stays {status|open}.':
    'Die Kasse sagt, dass die Bestellung erledigt ist, aber niemand sagt, dass sie bezahlt wurde; im Shop bleibt sie {status|offen}.',
  'Take the payment, then complete the order in the store.':
    'Nehmen Sie die Zahlung an und schließen Sie dann die Bestellung im Shop ab.',
  'The order was paid at the till.': 'Die Bestellung wurde an der Kasse bezahlt.',
  'A part[ of {amount}] was refunded in the store; the till’s sums stay, since the till lets no app refund.':
    'Ein Teil[ von {amount}] wurde im Shop erstattet; die Summen der Kasse bleiben, da die Kasse keine App erstatten lässt.',
  'A part[ of {amount}] was refunded on the till.': 'Ein Teil[ von {amount}] wurde an der Kasse erstattet.',
  'If the customer paid in the store, look whether the store has to refund it too.':
    'Hat der Kunde im Shop bezahlt, prüfen Sie, ob auch der Shop erstatten muss.',
} as const satisfies Dictionary;
