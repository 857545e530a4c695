// Only for runs as root, whose children Chromium starts with --no-sandbox or not at all: enableSandbox() would take
// that flag away again. So the process sandbox itself is not under test in such a run; as another user it is.
require('electron').app.enableSandbox = () => undefined;
