import dns from 'node:dns';
import { LookupFunction } from 'node:net';

/**
 * Resolves `localhost` and everything below it to 127.0.0.1, and the rest as
 * usual. Browsers and curl do so by themselves; Node asks the system, and that of
 * Debian knows only `localhost`.
 */
export const lookup: LookupFunction = (hostname, options, callback) => {
  if (!/(^|\.)localhost\.?$/i.test(hostname)) {
    dns.lookup(hostname, options, callback);
    return;
  }
  const address = '127.0.0.1';
  process.nextTick(() =>
    options.all
      ? callback(null, [{ address, family: 4 }])
      : callback(null, address, 4),
  );
};
