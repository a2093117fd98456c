import path from 'node:path';
import { Page, Site } from '../site/types';
import { relativeUrl } from './relativeUrl';

/** Where a link of a page leads once pages are folders. */
export type ResolvedTarget =
  | { outcome: 'resolved'; target: string }
  | { outcome: 'missing' };

/** Turns a link between files into one between pages; leaves others alone. */
export function resolveTarget(
  target: string,
  { page, site }: { page: Page; site: Site },
): ResolvedTarget {
  if (/^([a-z][a-z0-9+.-]*:|\/\/|\/|#)/i.test(target)) {
    return { outcome: 'resolved', target };
  }
  const [, file, rest] = /^([^?#]*)(.*)$/s.exec(target) ?? ['', target, ''];
  const source = path.posix.normalize(
    path.posix.join(path.posix.dirname(page.source), decode(file)),
  );
  const other = site.pages.find(candidate => candidate.source === source);
  if (other) {
    return {
      outcome: 'resolved',
      target: relativeUrl(page.url, other.url) + rest,
    };
  }
  if (site.assets.includes(source)) {
    return {
      outcome: 'resolved',
      target: relativeUrl(page.url, encodeURI(source)) + rest,
    };
  }
  return { outcome: 'missing' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
