/**
 * What the page does, in the browser's own language. It sends only to 127.0.0.1, at the port in `state`, and only
 * where `state` has the form that the app gives it: PORT.NONCE.MAC. The app checks the MAC; here the form is enough,
 * because a code is worth nothing without the app's PKCE verifier (clover.md 2.5).
 */
export const BOUNCE_SCRIPT = `(function () {
  'use strict';
  var query = new URLSearchParams(location.search);
  var read = function (name) { return (query.get(name) || '').slice(0, 400); };
  var show = function (id) { document.getElementById(id).hidden = false; };
  var form = /^([1-9][0-9]{3,4})\\.[A-Za-z0-9_-]{8,100}\\.[A-Za-z0-9_-]{8,100}$/.exec(read('state'));
  var port = form && query.getAll('state').length === 1 ? Number(form[1]) : 0;
  var code = read('code');
  var error = read('error');
  if (!code && !error && read('user_id') && read('success')) {
    show(read('success') === '1' ? 'approved' : 'refused');
    return;
  }
  if (!code && !error) { show(read('merchant_id') ? 'launched' : 'nothing'); return; }
  if (port >= 1024 && port <= 65535) {
    var handed = new URLSearchParams();
    ['code', 'state', 'merchant_id', 'client_id', 'error', 'error_description'].forEach(function (name) {
      if (read(name)) handed.set(name, read(name));
    });
    show('going');
    location.replace('http://127.0.0.1:' + port + '/oauth/callback?' + handed.toString());
    return;
  }
  if (!code) {
    document.getElementById('reason').textContent = error;
    show('denied');
    return;
  }
  // The code alone does not say which merchant it is for.
  var text = read('merchant_id') ? code + ' ' + read('merchant_id') : code;
  document.getElementById('code').textContent = text;
  show('paste');
  document.getElementById('copy').addEventListener('click', function () {
    navigator.clipboard.writeText(text).then(function () {
      document.getElementById('copy').textContent = 'Copied';
    }, function () {
      getSelection().selectAllChildren(document.getElementById('code'));
    });
  });
})();`;
