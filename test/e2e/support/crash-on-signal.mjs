// Loaded before the program: a defect that nobody catches, each time the process is sent SIGUSR2.
process.on('SIGUSR2', () => {
  setTimeout(() => {
    throw new TypeError('a defect near Zenobia Quillfeather');
  }, 0);
});
