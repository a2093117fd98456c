import fs from 'node:fs';

/**
 * The processes that have to do with a state folder: in their arguments, their
 * environment or as their working directory. Linux only.
 */
export function processesOf(state: string): string[] {
  return fs
    .readdirSync('/proc')
    .filter(pid => /^\d+$/.test(pid) && pid !== String(process.pid))
    .map(pid => ({ pid, text: describe(pid) }))
    .filter(({ text }) => text.includes(state))
    .map(({ pid, text }) => `${pid} ${text.slice(0, 200)}`);
}

// Processes end while we look; a zombie has neither arguments nor environment.
function describe(pid: string): string {
  const parts = [
    () => fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
    () => fs.readFileSync(`/proc/${pid}/environ`, 'utf8'),
    () => fs.readlinkSync(`/proc/${pid}/cwd`),
  ];
  return parts
    .map(read => {
      try {
        return read();
      } catch {
        return '';
      }
    })
    .join(' ')
    .replaceAll('\0', ' ');
}
