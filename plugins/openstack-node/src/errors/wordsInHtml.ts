const SAID = 'a web page came instead of an answer';

/** What a page says that a proxy or a portal put in the way. */
export function wordsInHtml(text: string): string | undefined {
  if (!text.startsWith('<')) {
    return undefined;
  }
  const title = /<(?:title|h1)[^<>]*>([^<]+)/i.exec(text)?.[1].trim();
  return title ? `${SAID}: ${title}` : SAID;
}
