import { SafeHtml } from '../types';

type Part = string | number | undefined | SafeHtml | SafeHtml[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template tag that escapes whatever is put in, except HTML it made itself. */
export function html(
  strings: TemplateStringsArray,
  ...parts: Part[]
): SafeHtml {
  const markup = strings.reduce(
    (text, string, index) => text + markupOf(parts[index - 1]) + string,
  );
  return { markup };
}

/** Several pieces of HTML as one. */
export function joinHtml(pieces: SafeHtml[]): SafeHtml {
  return { markup: markupOf(pieces) };
}

function markupOf(part: Part): string {
  if (part === undefined) {
    return '';
  }
  if (Array.isArray(part)) {
    return part.map(markupOf).join('');
  }
  if (typeof part === 'object') {
    return part.markup;
  }
  return String(part).replace(/[&<>"']/g, character => ESCAPES[character]);
}
