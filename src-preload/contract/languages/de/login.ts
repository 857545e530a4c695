import type { Dictionary } from '../dictionary.ts';

export const LOGIN_TEXTS = {
  'Ended: connect again': 'Beendet: neu verbinden',
  '{{time}} left': 'noch {{time}}',
  'renewed with the next call': 'wird beim nächsten Aufruf erneuert',
  '{{now}}, then connect again': '{{now}}, dann neu verbinden',
  '{{now}}; ends in {{count}} days, connect again_one': '{{now}}; endet in {{count}} Tag, neu verbinden',
  '{{now}}; ends in {{count}} days, connect again_other': '{{now}}; endet in {{count}} Tagen, neu verbinden',
  '{{now}}, renews itself': '{{now}}, läuft von selbst weiter',
  'Connect with Clover': 'Mit Clover verbinden',
  'Clover’s own page opens in your browser, where you let Tillbridge in; no API token is needed. Links and history stay.':
    'Clovers eigene Seite öffnet sich im Browser; dort lassen Sie Tillbridge zu. Ein API-Token ist nicht nötig. Verknüpfungen und Verlauf bleiben.',
  'Clover’s page is open in your browser. Log in there and choose Allow; this window goes on by itself. It waits five minutes.':
    'Die Seite von Clover ist im Browser offen. Melden Sie sich dort an und wählen Sie Allow; dieses Fenster geht von selbst weiter. Es wartet fünf Minuten.',
  'I have a code': 'Ich habe einen Code',
  Code: 'Code',
  'The code that the page shows, or the whole address of the page':
    'Der Code, den die Seite zeigt, oder die ganze Adresse der Seite',
  'Merchant of the code': 'Händler zum Code',
  'The merchant id: 13 letters and figures, in the address of Clover’s dashboard after /m/':
    'Die Händler-ID: 13 Buchstaben und Ziffern, in der Adresse des Clover-Dashboards nach /m/',
  'Use this code': 'Diesen Code verwenden',
  'Use your own developer app': 'Eigene Entwickler-App verwenden',
  'This copy of Tillbridge has no app of its own at Clover, so it needs yours.':
    'Dieses Tillbridge hat keine eigene App bei Clover und braucht deshalb Ihre.',
  'App ID': 'App ID',
  'App Secret': 'App Secret',
  'Not needed; with it a lost answer of Clover can be asked for again. Kept sealed on this computer':
    'Nicht nötig; damit lässt sich eine verlorene Antwort von Clover noch einmal holen. Liegt verschlüsselt auf diesem Computer',
  'Redirect URI': 'Redirect URI',
  'Put this into your app’s Site URL at Clover; it comes back here':
    'Tragen Sie dies bei Clover als Site URL Ihrer App ein; sie führt hierher zurück',
  'Copy the redirect URI': 'Redirect URI kopieren',
  'Sandbox (a test merchant)': 'Sandbox (ein Testhändler)',
  'Practice till (on this computer)': 'Übungskasse (auf diesem Computer)',
} as const satisfies Dictionary;
