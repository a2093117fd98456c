/** Whether a URL leads to this machine and nowhere else. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) {
    return false;
  }
  const { protocol, hostname } = new URL(url);
  return (
    /^https?:$/.test(protocol) &&
    (/^(.+\.)?localhost$/.test(hostname) ||
      /^127\.\d+\.\d+\.\d+$/.test(hostname) ||
      hostname === '[::1]')
  );
}
