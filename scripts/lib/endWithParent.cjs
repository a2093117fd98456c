// Preloaded into every Node process that the scripts start: when the parent is
// gone, however it went, its children have nobody left to work for.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 3000).unref();
  }
}, 500).unref();
