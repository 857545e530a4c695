import type { Dictionary } from '../dictionary.ts';

export const FAILURES_USE_TEXTS = {
  'There is no command[ "{command}"].': 'Den Befehl[ „{command}“] gibt es nicht.',
  '[Did you mean "{nearest}"? ]The command "help" lists all there are.':
    '[Meinten Sie „{nearest}“? ]Der Befehl „help“ zählt alle auf.',
  'The command[ "{command}"] does not take {flag|this flag}.':
    'Der Befehl[ „{command}“] kennt {flag|diese Option} nicht.',
  '[Did you mean {nearest}? ]The command "help" shows what each command takes.':
    '[Meinten Sie {nearest}? ]Der Befehl „help“ zeigt, was jeder Befehl annimmt.',
  'The command[ "{command}"] needs {name|one more argument}.':
    'Dem Befehl[ „{command}“] fehlt {name|noch eine Angabe}.',
  '{how|The command "help" shows what each command needs.}':
    '{how|Der Befehl „help“ zeigt, was jeder Befehl braucht.}',
  '{name|A value} was not accepted[: {why}].': '{name|Ein Wert} wurde nicht angenommen[: {why}].',
  '{how|The command "help" shows what each command takes.}':
    '{how|Der Befehl „help“ zeigt, was jeder Befehl annimmt.}',
  'There is no plan[ {plan}].': 'Den Plan[ {plan}] gibt es nicht.',
  'Make a new plan and use its number.': 'Erstellen Sie einen neuen Plan und verwenden Sie dessen Nummer.',
  'There is no run[ {run}].': 'Den Lauf[ {run}] gibt es nicht.',
  'Look up the number of the run in the log.': 'Suchen Sie die Nummer des Laufs im Protokoll.',
  'No product has the name, SKU or id[ "{product}"].':
    'Kein Artikel hat den Namen, die SKU oder die Kennung[ „{product}“].',
  'Check the spelling, or look it up among the products.':
    'Prüfen Sie die Schreibweise, oder suchen Sie unter den Artikeln.',
  'More than one product is called[ "{product}"] so[: {matches}].':
    'Mehr als ein Artikel heißt[ „{product}“] so[: {matches}].',
  'Use the id of the one you mean.': 'Verwenden Sie die Kennung des gemeinten Artikels.',
  'There is no open conflict[ {conflict}]: it was settled since, or there never was one.':
    'Den offenen Konflikt[ {conflict}] gibt es nicht: Er wurde inzwischen gelöst, oder es gab ihn nie.',
  'Look at the list of conflicts; it shows those that are open.':
    'Sehen Sie in die Liste der Konflikte; dort stehen alle, die offen sind.',
  '{what|This change} waits for your approval. Nothing was changed.':
    '{what|Diese Änderung} wartet auf Ihre Freigabe. Es wurde nichts geändert.',
  '{how|Look at what it would do, then approve it.}':
    '{how|Sehen Sie sich an, was geschehen würde, und geben Sie es dann frei.}',
  'The server[ at {host}] is not a practice server, and staff commands act on those only.':
    'Der Server[ unter {host}] ist kein Übungsserver, und nur auf solchen handelt das Personal.',
  'Start practice servers and connect to them.':
    'Starten Sie die Übungsserver und verbinden Sie sich mit ihnen.',
  'There is no setting[ "{key}"]. Nothing was changed.':
    'Die Einstellung[ „{key}“] gibt es nicht. Es wurde nichts geändert.',
  '[Did you mean "{nearest}"? ]The list of settings shows every name.':
    '[Meinten Sie „{nearest}“? ]Die Liste der Einstellungen zeigt alle Namen.',
  'The value[ "{value}"] does not fit the setting[ {key}]. Nothing was changed.':
    'Der Wert[ „{value}“] passt nicht zur Einstellung[ {key}]. Es wurde nichts geändert.',
  'Give a value that it takes[: {takes}].': 'Geben Sie einen Wert an, der möglich ist[: {takes}].',
  'E-mail cannot be on while nobody is named who gets it. Nothing was changed.':
    'E-Mail kann nicht eingeschaltet sein, solange niemand als Empfänger genannt ist. Es wurde nichts geändert.',
  'Give the address first ("Send to", alerts.mailTo). To take the address away, switch e-mail (alerts.mail) off first.':
    'Geben Sie zuerst die Adresse an („Senden an“, alerts.mailTo). Um die Adresse zu entfernen, schalten Sie zuerst E-Mail (alerts.mail) aus.',
  'The settings file[ {file}] cannot be read[: {detail}]. Nothing was changed.':
    'Die Datei mit den Einstellungen[ {file}] lässt sich nicht lesen[: {detail}]. Es wurde nichts geändert.',
  'Give a JSON file that holds one object with the names of settings and their values.':
    'Geben Sie eine JSON-Datei an, die ein Objekt mit den Namen der Einstellungen und ihren Werten enthält.',
  'There is no web order[ {order}].': 'Die Web-Bestellung[ {order}] gibt es nicht.',
  'Look at "orders": its number or its id in the store names it.':
    'Sehen Sie unter „orders“ nach: Ihre Nummer oder ihre Kennung im Shop bezeichnet sie.',
  'Tillbridge is already at work on this data[ {holder}][ (process {pid})], and only one may change it at a time.':
    'Tillbridge arbeitet schon mit diesen Daten[ {holder}][ (Prozess {pid})], und nur eines darf sie zur selben Zeit ändern.',
  '{how|Wait until the other one has ended, or close it, then try again.}':
    '{how|Warten Sie, bis das andere fertig ist, oder schließen Sie es, und versuchen Sie es dann erneut.}',
  'The data file[ {file}] is damaged[: {detail}]. It was left as it is.':
    'Die Datendatei[ {file}] ist beschädigt[: {detail}]. Sie wurde so gelassen, wie sie ist.',
  'Start Tillbridge: it takes the newest good copy from the folder "backups" beside it. Where none is good, keep the file for support.':
    'Starten Sie Tillbridge: Es nimmt die neueste gute Kopie aus dem Ordner „backups“ daneben. Ist keine gut, heben Sie die Datei für den Support auf.',
  'The data file[ {file}] was written by a newer Tillbridge, which this one cannot read.':
    'Die Datendatei[ {file}] stammt von einem neueren Tillbridge, das dieses hier nicht lesen kann.',
  'Install the newest version of Tillbridge.': 'Installieren Sie die neueste Version von Tillbridge.',
  'Another program holds the data file[ {file}][: {detail}]. Nothing is written meanwhile, and nothing is lost.':
    'Ein anderes Programm hält die Datendatei[ {file}] fest[: {detail}]. Solange wird nichts geschrieben, und nichts geht verloren.',
  'Close what has it open (a database viewer, a copying program), and leave the folder out of virus scans and cloud folders. Tillbridge goes on by itself.':
    'Schließen Sie, was sie geöffnet hat (ein Datenbankprogramm, ein Kopierprogramm), und nehmen Sie den Ordner von Virenscans und Cloud-Ordnern aus. Tillbridge macht von selbst weiter.',
  'The data file[ {file}] cannot be written[: {detail}].':
    'Die Datendatei[ {file}] lässt sich nicht schreiben[: {detail}].',
  'Make sure that the disk has room and that the folder belongs to you, then try again.':
    'Sorgen Sie dafür, dass auf dem Datenträger Platz ist und der Ordner Ihnen gehört, und versuchen Sie es dann erneut.',
  'This computer has no keychain that opens[ ({detail})], and keys are never kept in plain text.':
    'Auf diesem Computer lässt sich kein Schlüsselbund öffnen[ ({detail})], und Schlüssel werden nie im Klartext abgelegt.',
  'Unlock the keychain (on Linux install gnome-keyring), or set TILLBRIDGE_SECRET_KEY to 32 random bytes in base64.':
    'Entsperren Sie den Schlüsselbund (unter Linux gnome-keyring installieren), oder setzen Sie TILLBRIDGE_SECRET_KEY auf 32 zufällige Bytes in Base64.',
  'TILLBRIDGE_SECRET_KEY does not open the saved keys[ in {file}]: it must be 32 bytes in base64, always the same.':
    'TILLBRIDGE_SECRET_KEY öffnet die gespeicherten Schlüssel[ in {file}] nicht: Es müssen 32 Bytes in Base64 sein, immer dieselben.',
  'Set it to the key that was used when you connected; if that is lost, delete the file and connect again.':
    'Setzen Sie es auf den Schlüssel, der beim Verbinden galt; ist er verloren, löschen Sie die Datei und verbinden Sie neu.',
  'The keys of this connection are no longer on this computer[ ({name})].':
    'Die Schlüssel dieser Verbindung liegen nicht mehr auf diesem Computer[ ({name})].',
  'Connect again with the same token or keys.':
    'Verbinden Sie erneut mit demselben Token oder denselben Schlüsseln.',
  'This computer did not let Tillbridge change whether it starts with it[: {detail}].':
    'Dieser Computer hat Tillbridge nicht ändern lassen, ob es mit ihm startet[: {detail}].',
  'Change it in the computer’s own settings for programs that start by themselves.':
    'Ändern Sie es in den Einstellungen des Computers für Programme, die von selbst starten.',
  'Something went wrong that never should[ (in {where})][: {detail}]. This is a mistake in Tillbridge itself.':
    'Etwas ging schief, das nie schiefgehen sollte[ (in {where})][: {detail}]. Das ist ein Fehler in Tillbridge selbst.',
  'Try once more; if it happens again, send the log to support.':
    'Versuchen Sie es noch einmal; tritt es wieder auf, senden Sie das Protokoll an den Support.',
  'Something other than the Tillbridge window asked for this, and was refused.':
    'Etwas anderes als das Fenster von Tillbridge hat darum gebeten und wurde abgewiesen.',
  'Close this page and open the window from Tillbridge again.':
    'Schließen Sie diese Seite und öffnen Sie das Fenster erneut aus Tillbridge.',
  'The window asked for something that this Tillbridge does not know[ ("{channel}")].':
    'Das Fenster hat nach etwas gefragt, das dieses Tillbridge nicht kennt[ („{channel}“)].',
  'Reload the window; it may be older than the program.':
    'Laden Sie das Fenster neu; es ist vielleicht älter als das Programm.',
  'The window sent something that does not fit[ "{channel}"][: {why}]. Nothing was changed.':
    'Das Fenster hat etwas gesendet, das nicht passt[ („{channel}“)][: {why}]. Es wurde nichts geändert.',
  'Check what was entered; if it is right, reload the window.':
    'Prüfen Sie die Eingabe; ist sie richtig, laden Sie das Fenster neu.',
  'A real till or store is connected or has linked products here, and practice must not mix with them.':
    'Eine echte Kasse oder ein echter Shop ist hier verbunden oder hat verknüpfte Artikel, und die Übung darf sich nicht damit mischen.',
  'Practise with a data folder of its own, or disconnect both sides and forget the links first.':
    'Üben Sie mit einem eigenen Datenordner, oder trennen Sie zuerst beide Seiten und vergessen Sie die Verknüpfungen.',
} as const satisfies Dictionary;
