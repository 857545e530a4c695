import type { Dictionary } from '../dictionary.ts';

export const FAILURES_SIDES_TEXTS = {
  'No connection to {host|the other side}: it is switched off, or the internet is down here.':
    'Keine Verbindung zu {host|der anderen Seite}: Sie ist ausgeschaltet, oder das Internet ist hier ausgefallen.',
  'Check the address and the internet connection, then try again.':
    'Prüfen Sie die Adresse und die Internetverbindung, und versuchen Sie es dann erneut.',
  'No server has the name {host|in this address}, or the internet is down here.':
    'Kein Server hat den Namen {host|in dieser Adresse}, oder das Internet ist hier ausgefallen.',
  'Check the address for a typing mistake.': 'Prüfen Sie die Adresse auf Tippfehler.',
  'The connection to {host|the other side} is not safe: its certificate is wrong, expired or not trusted. Nothing was sent.':
    'Die Verbindung zu {host|der anderen Seite} ist nicht sicher: Das Zertifikat ist falsch, abgelaufen oder nicht vertrauenswürdig. Es wurde nichts gesendet.',
  'Check that the clock of this computer is right; if it is, ask the host of the site for a new certificate.':
    'Prüfen Sie, ob die Uhr dieses Computers stimmt; wenn ja, bitten Sie den Hoster der Website um ein neues Zertifikat.',
  'No answer came from {host|the other side} in time.':
    'Von {host|der anderen Seite} kam keine Antwort in der vorgesehenen Zeit.',
  'Try again in a minute; if it stays so, ask the host of the site why it is slow.':
    'Versuchen Sie es in einer Minute erneut; bleibt es so, fragen Sie den Hoster der Website, warum sie langsam ist.',
  'The answer of {host|the other side} broke off or could not be read.':
    'Die Antwort von {host|der anderen Seite} brach ab oder war nicht lesbar.',
  'Try again in a minute; if it stays so, ask the host of the site.':
    'Versuchen Sie es in einer Minute erneut; bleibt es so, fragen Sie den Hoster der Website.',
  'The address[ http://{host}] is not safe: your keys would travel where others can read them. Plain http is for this computer itself only.':
    'Die Adresse[ http://{host}] ist nicht sicher: Ihre Schlüssel wären unterwegs für andere lesbar. Einfaches http ist nur für diesen Computer selbst.',
  'Use the address that begins with https:.': 'Verwenden Sie die Adresse, die mit https: beginnt.',
  'The address[ "{url}"] is not one of a website.': 'Die Adresse[ „{url}“] ist keine einer Website.',
  'Give it in full, for example https://shop.example.com.':
    'Geben Sie sie vollständig an, zum Beispiel https://shop.example.com.',
  'A proxy on the way to {host|the other side} refused the connection.':
    'Ein Proxy auf dem Weg zu {host|der anderen Seite} hat die Verbindung abgelehnt.',
  'Ask the people who run this network to let Tillbridge through.':
    'Bitten Sie die Betreiber dieses Netzes, Tillbridge durchzulassen.',
  'Something else[ ({location})] answered in place of {host|the other side}: a sign-in page of this network, or the site has moved.':
    'Etwas anderes[ ({location})] hat anstelle von {host|der anderen Seite} geantwortet: eine Anmeldeseite dieses Netzes, oder die Website ist umgezogen.',
  'Open the address in a browser: sign in to the network if it asks, or connect with the address where the site is now.':
    'Öffnen Sie die Adresse in einem Browser: Melden Sie sich am Netz an, wenn es danach fragt, oder verbinden Sie mit der Adresse, unter der die Website jetzt ist.',
  'No till is connected.': 'Es ist keine Kasse verbunden.',
  'Connect the till first.': 'Verbinden Sie zuerst die Kasse.',
  'The till refused the API token[ for merchant {merchant}]: the token is wrong, expired or withdrawn, or it belongs to another merchant.':
    'Die Kasse hat das API-Token abgelehnt[ (Händler {merchant})]: Es ist falsch, abgelaufen oder widerrufen, oder es gehört zu einem anderen Händler.',
  'Make a new API token in the Clover dashboard (Account & Setup, API Tokens) and connect with it.':
    'Erstellen Sie im Clover-Dashboard (Account & Setup, API Tokens) ein neues API-Token und verbinden Sie damit.',
  'The till refused[ the merchant id "{merchant}"]: a merchant id has 13 letters and digits[, and this one has {characters}].':
    'Die Kasse hat abgelehnt[: Händler-ID „{merchant}“]. Eine Händler-ID hat 13 Buchstaben und Ziffern[, diese hat {characters}].',
  'Copy it from the address bar of the Clover dashboard, where it stands after "/m/", and connect again.':
    'Kopieren Sie sie aus der Adresszeile des Clover-Dashboards, wo sie nach „/m/“ steht, und verbinden Sie erneut.',
  'This merchant and token are not known in the region[ "{environment}"]: each Clover region knows only its own.':
    'Dieser Händler und dieses Token sind in der Region[ „{environment}“] nicht bekannt: Jede Clover-Region kennt nur ihre eigenen.',
  'Connect again with the region of your Clover account[: {label} ("{right}")].':
    'Verbinden Sie erneut mit der Region Ihres Clover-Kontos[: {label} („{right}“)].',
  'The API token may not use {permission|a part of the till that is needed}.':
    'Dem API-Token fehlt ein Recht: {permission|ein Teil der Kasse, der gebraucht wird}.',
  'In the Clover dashboard make a token that has the permission[ {permission}], then connect with it. If Tillbridge was connected through Clover’s page, give its app that permission, then disconnect and connect again.':
    'Erstellen Sie im Clover-Dashboard ein Token mit dem nötigen Recht[ {permission}] und verbinden Sie damit. Wurde Tillbridge über die Seite von Clover verbunden, geben Sie dessen App dieses Recht, trennen Sie und verbinden Sie erneut.',
  'The API token may not use {permission|a part of the till that orders need}, so web orders cannot go to the till.':
    'Dem API-Token fehlt ein Recht: {permission|ein Teil der Kasse, den Bestellungen brauchen}. Deshalb können Web-Bestellungen nicht an die Kasse gehen.',
  'In the Clover dashboard (Account & Setup, API Tokens) make a token that has read and write for Orders and Payments too, then connect with it. A shop without web orders can switch them off under Settings, Orders.':
    'Erstellen Sie im Clover-Dashboard (Account & Setup, API Tokens) ein Token, das auch Orders und Payments lesen und schreiben darf, und verbinden Sie damit. Ein Geschäft ohne Web-Bestellungen kann sie unter Einstellungen, Bestellungen ausschalten.',
  'The server[ at {host}] answers, but not as a Clover till does.':
    'Der Server[ unter {host}] antwortet, aber nicht wie eine Clover-Kasse.',
  'Check the address of the till; for a real Clover till give none and choose the region.':
    'Prüfen Sie die Adresse der Kasse; für eine echte Clover-Kasse geben Sie keine an und wählen die Region.',
  'The till asks for a pause: it got too many requests in a short time.':
    'Die Kasse bittet um eine Pause: Sie bekam in kurzer Zeit zu viele Anfragen.',
  'Wait a minute, then try again.': 'Warten Sie eine Minute und versuchen Sie es dann erneut.',
  'The till refused a request[ for "{thing}"][ (answer {status})][: {message}].':
    'Die Kasse hat eine Anfrage abgelehnt[ („{thing}“)][ (Antwort {status})][: {message}].',
  'Test the connection; if it is fine, send the log to support.':
    'Testen Sie die Verbindung; ist sie in Ordnung, senden Sie das Protokoll an den Support.',
  'The till’s own servers are in trouble[ (answer {status})].':
    'Die Server der Kasse selbst haben Schwierigkeiten[ (Antwort {status})].',
  'Try again in some minutes; nothing is lost.':
    'Versuchen Sie es in einigen Minuten erneut; verloren ist nichts.',
  'What was to be changed[, "{thing}",] is no longer on the till.':
    'Was geändert werden sollte[, „{thing}“,] ist nicht mehr an der Kasse.',
  'Make a new plan: it sees what is there now.':
    'Erstellen Sie einen neuen Plan: Er sieht, was jetzt da ist.',
  'The till has no default order printer, so nothing can be printed from here.':
    'Die Kasse hat keinen Standarddrucker für Bestellungen, deshalb lässt sich von hier nichts drucken.',
  'Set one on the Clover device (Setup, Printers), then print again.':
    'Richten Sie auf dem Clover-Gerät einen ein (Setup, Printers) und drucken Sie dann erneut.',
  'Printing from outside is not available for this till.':
    'Drucken von außen ist bei dieser Kasse nicht verfügbar.',
  'Let the till print orders by itself (on the Clover device under Setup, Printers), then choose "Leave it to the till" under Orders & kitchen.':
    'Lassen Sie die Kasse Bestellungen selbst drucken (auf dem Clover-Gerät unter Setup, Printers) und wählen Sie dann „Der Kasse überlassen“ unter Bestellungen & Küche.',
  'The till did not move the category[ {name}]: it does not take that place for it.':
    'Die Kasse hat die Kategorie[ {name}] nicht verschoben: Sie nimmt sie an dieser Stelle nicht.',
  'Move it on the till by hand (Clover dashboard, Inventory, Categories), or leave it where it is.':
    'Verschieben Sie sie von Hand an der Kasse (Clover-Dashboard, Inventory, Categories), oder lassen Sie sie, wo sie ist.',
  'This copy of Tillbridge has no App ID of its own for Clover’s page.':
    'Diese Kopie von Tillbridge hat keine eigene App ID für die Seite von Clover.',
  'Enter the App ID of your own developer app, or connect with a merchant id and an API token.':
    'Geben Sie die App ID Ihrer eigenen Entwickler-App ein, oder verbinden Sie mit Händler-ID und API-Token.',
  'This computer let Tillbridge open no door for the browser to come back through[ ({detail})].':
    'Dieser Computer ließ Tillbridge keine Tür öffnen, durch die der Browser zurückkommen kann[ ({detail})].',
  'Look whether a firewall or another program is in the way, then try again; or connect with an API token.':
    'Sehen Sie nach, ob eine Firewall oder ein anderes Programm im Weg ist, und versuchen Sie es erneut; oder verbinden Sie mit einem API-Token.',
  'Nobody allowed Tillbridge in on Clover’s page, so nothing was connected.':
    'Niemand hat Tillbridge auf der Seite von Clover zugelassen, deshalb wurde nichts verbunden.',
  'Connect again and choose Allow; the owner or a manager of the Clover account can.':
    'Verbinden Sie erneut und wählen Sie „Allow“; das kann der Inhaber oder ein Manager des Clover-Kontos.',
  'Nobody answered on Clover’s page within five minutes, so nothing was connected.':
    'Auf der Seite von Clover hat binnen fünf Minuten niemand geantwortet, deshalb wurde nichts verbunden.',
  'Connect again. If Clover’s page shows an error, check the App ID, the Site URL and the region.':
    'Verbinden Sie erneut. Zeigt die Seite von Clover einen Fehler, prüfen Sie App ID, Site URL und Region.',
  'Connecting was stopped before Clover’s page answered.':
    'Das Verbinden wurde abgebrochen, bevor die Seite von Clover geantwortet hat.',
  'Connect again when you are ready.': 'Verbinden Sie erneut, wenn Sie so weit sind.',
  'What was pasted is no code of this try to connect.':
    'Was eingefügt wurde, ist kein Code dieses Verbindungsversuchs.',
  'Paste the code that the page shows, or the whole address of that page; if it is from an earlier try, connect again.':
    'Fügen Sie den Code ein, den die Seite zeigt, oder die ganze Adresse dieser Seite; stammt er von einem früheren Versuch, verbinden Sie erneut.',
  'The code alone does not say which merchant it is for.':
    'Der Code allein sagt nicht, für welchen Händler er ist.',
  'Paste the whole address of the page that showed the code, or give the merchant id beside it.':
    'Fügen Sie die ganze Adresse der Seite ein, die den Code gezeigt hat, oder geben Sie die Händler-ID daneben an.',
  'Clover did not take the code: it is too old or used, or App ID, App Secret and region do not belong together.':
    'Clover hat den Code nicht angenommen: Er ist zu alt oder verbraucht, oder App ID, App Secret und Region gehören nicht zusammen.',
  'Connect again. With your own developer app check its App ID and App Secret first.':
    'Verbinden Sie erneut. Bei einer eigenen Entwickler-App prüfen Sie zuerst App ID und App Secret.',
  'Clover’s answer names the merchant[ {merchant}], but its token does not open that merchant.':
    'Die Antwort von Clover nennt den Händler[ {merchant}], aber ihr Token öffnet diesen Händler nicht.',
  'Connect again and log in at the merchant that you mean; check the region too.':
    'Verbinden Sie erneut und melden Sie sich beim gemeinten Händler an; prüfen Sie auch die Region.',
  'The till refuses Tillbridge though its access is fresh: the app was uninstalled at Clover, or its permissions were changed.':
    'Die Kasse lehnt Tillbridge ab, obwohl der Zugang frisch ist: Die App wurde bei Clover deinstalliert, oder ihre Rechte wurden geändert.',
  'Disconnect the till and connect it again through Clover’s page.':
    'Trennen Sie die Kasse und verbinden Sie sie erneut über die Seite von Clover.',
  'Clover no longer renews the access to the till[: {reason}]. Nothing is lost, but nothing is kept in step.':
    'Clover erneuert den Zugang zur Kasse nicht mehr[: {reason}]. Verloren ist nichts, aber es wird nichts mehr abgeglichen.',
  'Connect the till again through Clover’s page; links and history stay.':
    'Verbinden Sie die Kasse erneut über die Seite von Clover; Verknüpfungen und Verlauf bleiben.',
  'The access to the till ends[ in {when}], and Tillbridge cannot lengthen it by itself.':
    'Der Zugang zur Kasse endet[ in {when}], und Tillbridge kann ihn nicht selbst verlängern.',
  'Connect the till again through Clover’s page before that; it takes a minute.':
    'Verbinden Sie die Kasse vorher erneut über die Seite von Clover; es dauert eine Minute.',
  'No store is connected.': 'Es ist kein Shop verbunden.',
  'Connect the store first.': 'Verbinden Sie zuerst den Shop.',
  'The store does not know this consumer key.': 'Der Shop kennt diesen Consumer Key nicht.',
  'Copy the key again, or make a new one in WooCommerce (Settings, Advanced, REST API).':
    'Kopieren Sie den Schlüssel erneut, oder erstellen Sie in WooCommerce einen neuen (Einstellungen, Erweitert, REST-API).',
  'The store knows the consumer key, but the consumer secret does not belong to it.':
    'Der Shop kennt den Consumer Key, aber das Consumer Secret gehört nicht dazu.',
  'Copy the secret again; it is shown only once, so if it is lost make a new key.':
    'Kopieren Sie das Secret erneut; es wird nur einmal gezeigt, ist es also verloren, erstellen Sie einen neuen Schlüssel.',
  'The consumer key may only read, so nothing could be written to the store.':
    'Der Consumer Key darf nur lesen, deshalb ließe sich nichts in den Shop schreiben.',
  'In WooCommerce (Settings, Advanced, REST API) set the key to Read/Write.':
    'Stellen Sie den Schlüssel in WooCommerce (Einstellungen, Erweitert, REST-API) auf Lesen/Schreiben.',
  'The person that the consumer key belongs to may not manage products.':
    'Die Person, der der Consumer Key gehört, darf keine Produkte verwalten.',
  'Make the key for a shop manager or an administrator.':
    'Erstellen Sie den Schlüssel für einen Shop-Manager oder einen Administrator.',
  'The store[ at {host}] answers with a web page where its REST API should be: a security plugin or the host blocks it.':
    'Der Shop[ unter {host}] antwortet mit einer Webseite, wo seine REST-API sein sollte: Ein Sicherheits-Plugin oder der Hoster sperrt sie.',
  'Allow the REST API (/wp-json/) in the security plugin, or ask the host of the site to.':
    'Erlauben Sie die REST-API (/wp-json/) im Sicherheits-Plugin, oder bitten Sie den Hoster der Website darum.',
  'The store[ at {host}] uses plain permalinks, and with these WooCommerce’s REST API has no address.':
    'Der Shop[ unter {host}] verwendet einfache Permalinks, und damit hat die REST-API von WooCommerce keine Adresse.',
  'In WordPress open Settings, Permalinks, choose "Post name" and save.':
    'Öffnen Sie in WordPress Einstellungen, Permalinks, wählen Sie „Beitragsname“ und speichern Sie.',
  'The site[ at {host}] is WordPress, but WooCommerce is not active there.':
    'Die Website[ unter {host}] ist WordPress, aber WooCommerce ist dort nicht aktiv.',
  'Check the address, or activate WooCommerce.': 'Prüfen Sie die Adresse, oder aktivieren Sie WooCommerce.',
  'The store or its host asks for a pause: it got too many requests in a short time.':
    'Der Shop oder sein Hoster bittet um eine Pause: Er bekam in kurzer Zeit zu viele Anfragen.',
  'The store refused this[ (answer {status})][: {message}].':
    'Der Shop hat das abgelehnt[ (Antwort {status})][: {message}].',
  'Mend what it says, then try it again, or import again.':
    'Beheben Sie, was dort steht, und versuchen Sie es dann erneut, oder importieren Sie erneut.',
  'The store’s own server is in trouble[ (answer {status})].':
    'Der Server des Shops selbst hat Schwierigkeiten[ (Antwort {status})].',
  'Try again in some minutes; if it stays so, ask the host of the site.':
    'Versuchen Sie es in einigen Minuten erneut; bleibt es so, fragen Sie den Hoster der Website.',
  'Another product of the store[ (id {owner})] has the SKU[ {sku}] already.':
    'Ein anderes Produkt des Shops[ (Kennung {owner})] hat die SKU[ {sku}] bereits.',
  'Give one of the two another SKU, then try it again, or import again.':
    'Geben Sie einem der beiden eine andere SKU und versuchen Sie es dann erneut, oder importieren Sie erneut.',
  'A product in the store’s trash still holds the SKU[ {sku}].':
    'Ein Produkt im Papierkorb des Shops hält noch die SKU[ {sku}].',
  'Restore that product or delete it for good, then try it again, or import again.':
    'Stellen Sie dieses Produkt wieder her oder löschen Sie es endgültig, und versuchen Sie es dann erneut, oder importieren Sie erneut.',
  'Another product of the store[ (id {owner})] has this barcode already.':
    'Ein anderes Produkt des Shops[ (Kennung {owner})] hat diesen Barcode bereits.',
  'Take the barcode from one of the two, then try it again, or import again.':
    'Nehmen Sie einem der beiden den Barcode und versuchen Sie es dann erneut, oder importieren Sie erneut.',
  'The store takes fewer products at once than were sent[ (at most {limit})].':
    'Der Shop nimmt weniger Produkte auf einmal, als gesendet wurden[ (höchstens {limit})].',
  'Go on with the import; it continues with smaller portions.':
    'Setzen Sie den Import fort; er geht mit kleineren Portionen weiter.',
  'The product[ {product}] is not in the store any more.': 'Das Produkt[ {product}] ist nicht mehr im Shop.',
  'Restore it from the trash, or make a new plan.':
    'Stellen Sie es aus dem Papierkorb wieder her, oder erstellen Sie einen neuen Plan.',
  'The store does not count the stock of the product[ {product}] itself.':
    'Der Shop zählt den Bestand des Produkts[ {product}] nicht selbst.',
  'Turn on stock management for it (WooCommerce, Products, Inventory), or leave its stock out.':
    'Schalten Sie die Bestandsverwaltung dafür ein (WooCommerce, Produkte, Lagerbestand), oder lassen Sie seinen Bestand weg.',
  'The store has a category[ named {name}] in that place already.':
    'Der Shop hat an dieser Stelle schon eine Kategorie[ namens {name}].',
  'Rename one of the two, in the store or on the till.':
    'Benennen Sie eine der beiden um, im Shop oder an der Kasse.',
  'The store did not move the category[ {name}]: it does not take that place for it.':
    'Der Shop hat die Kategorie[ {name}] nicht verschoben: Er nimmt sie an dieser Stelle nicht.',
  'See in the store whether the place lies below the category itself, then move it there by hand.':
    'Sehen Sie im Shop nach, ob die Stelle unter der Kategorie selbst liegt, und verschieben Sie sie dann dort von Hand.',
  'Modifier groups go from the till to the store only[: {reason}].':
    'Zusatzgruppen gehen nur von der Kasse in den Shop[: {reason}].',
  'Change modifier groups on the till, or see to the plugin; the setting sync.addOns chooses which one is filled.':
    'Ändern Sie Zusatzgruppen an der Kasse, oder kümmern Sie sich um das Plugin; die Einstellung sync.addOns wählt, welches gefüllt wird.',
  'The till sells in {till|one currency} and the store in {store|another}, and prices are never converted.':
    'Die Kasse verkauft in {till|einer Währung} und der Shop in {store|einer anderen}, und Preise werden nie umgerechnet.',
  'Connect a store that sells in the till’s currency, or change the store’s (WooCommerce, Settings, General).':
    'Verbinden Sie einen Shop, der in der Währung der Kasse verkauft, oder ändern Sie die des Shops (WooCommerce, Einstellungen, Allgemein).',
  'The till’s prices {till|are kept one way} and the store’s {store|the other}, so the same figure means two prices.':
    'Die Preise der Kasse {till|werden auf eine Art geführt} und die des Shops {store|auf eine andere}, also bedeutet dieselbe Zahl zwei Preise.',
  'Choose what becomes of the figure: it is copied as it is (same), or the tax is added (add) or taken off (remove).':
    'Wählen Sie, was mit der Zahl geschieht: Sie wird kopiert, wie sie ist (same), oder die Steuer wird aufgeschlagen (add) oder herausgerechnet (remove).',
  'No relay is connected.': 'Es ist kein Relais verbunden.',
  'Connect one in Settings with its address and a pairing code, or go on without: both sides are then looked at every few seconds.':
    'Verbinden Sie eines in den Einstellungen mit Adresse und Kopplungscode, oder arbeiten Sie ohne weiter: Dann wird alle paar Sekunden auf beide Seiten gesehen.',
  'What answers at {host|this address} is not a Tillbridge relay.':
    'Was unter {host|dieser Adresse} antwortet, ist kein Relais von Tillbridge.',
  'Check the address with whoever runs the relay.': 'Prüfen Sie die Adresse mit dem Betreiber des Relais.',
  'The relay refused this[: {message}].': 'Das Relais hat das abgelehnt[: {message}].',
  'Follow what it says; if that does not help, ask whoever runs the relay.':
    'Folgen Sie dem, was dort steht; hilft das nicht, fragen Sie den Betreiber des Relais.',
  'The relay at {host|its address} no longer knows this PC: its pairing was removed.':
    'Das Relais unter {host|seiner Adresse} kennt diesen PC nicht mehr: Seine Kopplung wurde entfernt.',
  'Pair this PC again with a new code. Everything goes on meanwhile, a little slower.':
    'Koppeln Sie diesen PC erneut mit einem neuen Code. Alles geht inzwischen weiter, etwas langsamer.',
  'The relay at {host|its address} asks for fewer calls for a moment.':
    'Das Relais unter {host|seiner Adresse} bittet für einen Moment um weniger Anfragen.',
  'Nothing to do: Tillbridge waits and tries again by itself.':
    'Nichts zu tun: Tillbridge wartet und versucht es von selbst erneut.',
  'The relay at {host|its address} has trouble of its own.':
    'Das Relais unter {host|seiner Adresse} hat selbst Schwierigkeiten.',
  'Nothing to do: both sides are looked at directly until it is well again.':
    'Nichts zu tun: Auf beide Seiten wird direkt gesehen, bis es wieder in Ordnung ist.',
  'The relay at {host|its address} has said nothing for too long.':
    'Das Relais unter {host|seiner Adresse} hat zu lange nichts gesagt.',
  'Nothing to do: Tillbridge connects again by itself and looks at both sides directly meanwhile.':
    'Nichts zu tun: Tillbridge verbindet sich von selbst neu und sieht inzwischen direkt auf beide Seiten.',
  'The connection to the relay at {host|its address} is lost.':
    'Die Verbindung zum Relais unter {host|seiner Adresse} ist abgebrochen.',
  'Nothing to do: Tillbridge connects again by itself.':
    'Nichts zu tun: Tillbridge verbindet sich von selbst neu.',
  'Another program with this PC’s pairing has connected to the relay.':
    'Ein anderes Programm mit der Kopplung dieses PCs hat sich mit dem Relais verbunden.',
  'Pair each PC with a code of its own, and run Tillbridge once on each.':
    'Koppeln Sie jeden PC mit einem eigenen Code, und starten Sie Tillbridge auf jedem nur einmal.',
  'The keys that the store handed over cannot be opened here.':
    'Die Schlüssel, die der Shop übergeben hat, lassen sich hier nicht öffnen.',
  'Begin the approval again from this window.': 'Beginnen Sie die Freigabe erneut in diesem Fenster.',
  'The store did not hand over its keys: the approval was refused or took too long.':
    'Der Shop hat seine Schlüssel nicht übergeben: Die Freigabe wurde abgelehnt oder hat zu lange gedauert.',
  'Begin again and press Approve in the store, or give key and secret by hand.':
    'Beginnen Sie erneut und klicken Sie im Shop auf „Approve“, oder geben Sie Schlüssel und Secret von Hand ein.',
  'A pairing code is needed.': 'Ein Kopplungscode wird gebraucht.',
  'Get one from whoever runs the relay, or from another paired PC under Settings, Connections.':
    'Holen Sie einen beim Betreiber des Relais oder an einem anderen gekoppelten PC unter Einstellungen, Verbindungen.',
  'The PC[ "{holder}"] keeps this shop in step at present; this one only watches.':
    'Der PC[ „{holder}“] gleicht dieses Geschäft zurzeit ab; dieser hier sieht nur zu.',
  'Nothing to do: this PC takes over by itself when that one is gone. To work here, close Tillbridge there.':
    'Nichts zu tun: Dieser PC übernimmt von selbst, wenn jener weg ist. Um hier zu arbeiten, schließen Sie Tillbridge dort.',
  'The relay is away and another PC is paired for this shop, so this one writes nothing until it is sure to be alone.':
    'Das Relais ist nicht erreichbar, und ein anderer PC ist für dieses Geschäft gekoppelt; deshalb schreibt dieser nichts, bis er sicher allein ist.',
  'Wait for the relay, or say in Settings, Connections that only this PC is in use.':
    'Warten Sie auf das Relais, oder geben Sie unter Einstellungen, Verbindungen an, dass nur dieser PC in Gebrauch ist.',
  'E-mail is not set up yet[: {missing} is missing].':
    'E-Mail ist noch nicht eingerichtet[: Es fehlt {missing}].',
  'Fill it in under Settings, Alerts, then send a test mail.':
    'Tragen Sie es unter Einstellungen, Meldungen ein und senden Sie dann eine Testmail.',
  'The password of the e-mail account[ at {host}] is not on this computer.':
    'Das Passwort des E-Mail-Kontos[ bei {host}] ist nicht auf diesem Computer.',
  'Type it in under Settings, Alerts. Many providers want an "app password" there.':
    'Geben Sie es unter Einstellungen, Meldungen ein. Viele Anbieter verlangen dort ein „App-Passwort“.',
  'The way to the mail server[ {host}] would not be secret: without TLS, others could read the password and the mails. Nothing was sent.':
    'Der Weg zum Mailserver[ {host}] wäre nicht geheim: Ohne TLS könnten andere das Passwort und die E-Mails lesen. Es wurde nichts gesendet.',
  'Choose STARTTLS or TLS; "none" is for a mail server on this computer only.':
    'Wählen Sie STARTTLS oder TLS; „none“ ist nur für einen Mailserver auf diesem Computer.',
  'No mail server has the name {host|given}, or the internet is down here.':
    'Kein Mailserver hat den Namen {host|, der angegeben ist}, oder das Internet ist hier ausgefallen.',
  'Check the name of the server for a typing mistake; your e-mail provider lists it as "SMTP server".':
    'Prüfen Sie den Namen des Servers auf Tippfehler; Ihr E-Mail-Anbieter führt ihn als „SMTP-Server“.',
  'The mail server[ {host}] does not answer: its name or port is wrong, or the internet is down here.':
    'Der Mailserver[ {host}] antwortet nicht: Name oder Port ist falsch, oder das Internet ist hier ausgefallen.',
  'Check server, port and security: 587 goes with STARTTLS, 465 with TLS.':
    'Prüfen Sie Server, Port und Sicherheit: 587 gehört zu STARTTLS, 465 zu TLS.',
  'The connection to the mail server[ {host}] is not safe: its certificate is wrong, expired or not trusted, or it speaks no TLS on this port. Nothing was sent.':
    'Die Verbindung zum Mailserver[ {host}] ist nicht sicher: Das Zertifikat ist falsch, abgelaufen oder nicht vertrauenswürdig, oder er spricht auf diesem Port kein TLS. Es wurde nichts gesendet.',
  'Check port and security (465 with TLS, 587 with STARTTLS), and that the clock of this computer is right.':
    'Prüfen Sie Port und Sicherheit (465 mit TLS, 587 mit STARTTLS) und ob die Uhr dieses Computers stimmt.',
  'The mail server[ {host}] offers no STARTTLS, so the way to it would not be secret. Nothing was sent.':
    'Der Mailserver[ {host}] bietet kein STARTTLS an, der Weg zu ihm wäre also nicht geheim. Es wurde nichts gesendet.',
  'Choose TLS and port 465, or ask your e-mail provider for the right ones.':
    'Wählen Sie TLS und Port 465, oder fragen Sie Ihren E-Mail-Anbieter nach den richtigen Angaben.',
  'The mail server[ {host}] refused the account’s name or its password.':
    'Der Mailserver[ {host}] hat den Namen des Kontos oder das Passwort abgelehnt.',
  'Type both in again. Many providers want an "app password" in place of the usual one.':
    'Geben Sie beides erneut ein. Viele Anbieter verlangen ein „App-Passwort“ anstelle des üblichen.',
  'The mail server refused {whose|an address}[: "{reply}"].':
    'Der Mailserver hat {whose|eine Adresse} abgelehnt[: „{reply}“].',
  'Check the addresses for typing mistakes; the sender’s must be one that this account may send from.':
    'Prüfen Sie die Adressen auf Tippfehler; die des Absenders muss eine sein, von der dieses Konto senden darf.',
  'The mail server[ {host}] did not take the mail[: "{reply}"].':
    'Der Mailserver[ {host}] hat die E-Mail nicht angenommen[: „{reply}“].',
  'Try again later; if it stays so, ask your e-mail provider.':
    'Versuchen Sie es später erneut; bleibt es so, fragen Sie Ihren E-Mail-Anbieter.',
  'The mail was not sent, since Tillbridge is closing.':
    'Die E-Mail wurde nicht gesendet, weil Tillbridge gerade schließt.',
  'It goes out after the next start.': 'Sie geht nach dem nächsten Start hinaus.',
} as const satisfies Dictionary;
