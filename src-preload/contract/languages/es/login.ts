import type { Dictionary } from '../dictionary.ts';

export const LOGIN_TEXTS = {
  'Ended: connect again': 'Terminado: vuelva a conectar',
  '{{time}} left': 'quedan {{time}}',
  'renewed with the next call': 'se renueva con la próxima llamada',
  '{{now}}, then connect again': '{{now}}, luego vuelva a conectar',
  '{{now}}; ends in {{count}} days, connect again_one':
    '{{now}}; termina en {{count}} día, vuelva a conectar',
  '{{now}}; ends in {{count}} days, connect again_other':
    '{{now}}; termina en {{count}} días, vuelva a conectar',
  '{{now}}, renews itself': '{{now}}, se renueva solo',
  'Connect with Clover': 'Conectar con Clover',
  'Clover’s own page opens in your browser, where you let Tillbridge in; no API token is needed. Links and history stay.':
    'La página de Clover se abre en su navegador, donde usted da acceso a Tillbridge; no hace falta un token de API. Los vínculos y el historial se conservan.',
  'Clover’s page is open in your browser. Log in there and choose Allow; this window goes on by itself. It waits five minutes.':
    'La página de Clover está abierta en su navegador. Inicie sesión allí y elija Allow; esta ventana sigue sola. Espera cinco minutos.',
  'I have a code': 'Tengo un código',
  Code: 'Código',
  'The code that the page shows, or the whole address of the page':
    'El código que muestra la página, o la dirección completa de la página',
  'Merchant of the code': 'Comercio del código',
  'The merchant id: 13 letters and figures, in the address of Clover’s dashboard after /m/':
    'El ID del comercio: 13 letras y cifras, en la dirección del panel de Clover después de /m/',
  'Use this code': 'Usar este código',
  'Use your own developer app': 'Usar su propia aplicación de desarrollador',
  'This copy of Tillbridge has no app of its own at Clover, so it needs yours.':
    'Esta copia de Tillbridge no tiene aplicación propia en Clover, así que necesita la suya.',
  'App ID': 'App ID',
  'App Secret': 'App Secret',
  'Not needed; with it a lost answer of Clover can be asked for again. Kept sealed on this computer':
    'No es necesario; con él se puede volver a pedir una respuesta perdida de Clover. Se guarda cifrado en este equipo',
  'Redirect URI': 'Redirect URI',
  'Put this into your app’s Site URL at Clover; it comes back here':
    'Ponga esto en la Site URL de su aplicación en Clover; vuelve aquí',
  'Copy the redirect URI': 'Copiar la Redirect URI',
  'Sandbox (a test merchant)': 'Sandbox (un comercio de prueba)',
  'Practice till (on this computer)': 'Caja de práctica (en este equipo)',
} as const satisfies Dictionary;
