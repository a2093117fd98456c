import { Words } from './textsOf';

/** Words as a person reads them: each text once, with all that it is about. */
export function quote(words: Words[]): string {
  const byText = new Map<string, Set<string>>();
  for (const { about, text } of words) {
    const names = byText.get(text) ?? new Set();
    byText.set(text, about === undefined ? names : names.add(about));
  }
  return [...byText]
    .map(([text, names]) =>
      names.size > 0 ? `${[...names].join(', ')}: ${text}` : text,
    )
    .join('; ');
}
