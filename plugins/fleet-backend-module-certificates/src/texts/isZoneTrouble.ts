const LOOK_UP = [
  /could not determine the zone/i,
  /when querying the SOA record/i,
  /could not find the SOA record/i,
  /could not determine authoritative nameservers/i,
  /\bNS \S+ returned [A-Z]+/,
  /rcode was expected to be/i,
  /\b(?:SERVFAIL|REFUSED)\b.*\b(?:SOA|NS)\b|\b(?:SOA|NS)\b.*\b(?:SERVFAIL|REFUSED)\b/,
  /found recursive CNAME record/i,
];

// Of a nameserver it is said `read udp 10.0.0.1:4711->198.51.100.53:53: i/o timeout`.
const NAMESERVER_TIMEOUT =
  /(?:(?:read|dial|write) (?:udp|tcp)|->)\S*[^\n]*:53: .*(?:i\/o timeout|connection refused|no route to host|network is unreachable)/i;
// What cert-manager waits for is a look-up; that it shows nothing yet is no trouble.
const SELF_CHECK =
  /^Waiting for DNS-01 challenge propagation: (?!.*not yet propagated)\S/is;
// That the cluster cannot look up the host of a provider's API says nothing of the zone.
const PROVIDER_LOOK_UP = /dial tcp: lookup \S+ on /i;
const ANSWER_TO_CHANGE = /server replied:/i;

/** Whether a text is about looking up a zone or asking its nameservers. */
export function isZoneTrouble(text: string): boolean {
  if (ANSWER_TO_CHANGE.test(text) || PROVIDER_LOOK_UP.test(text)) {
    return false;
  }
  return (
    SELF_CHECK.test(text) ||
    LOOK_UP.some(pattern => pattern.test(text)) ||
    NAMESERVER_TIMEOUT.test(text)
  );
}
