/** Splits like a shell: at blanks, except inside quotes. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let quote = '';
  let started = false;
  for (const char of text) {
    if (quote) {
      if (char === quote) {
        quote = '';
      } else {
        word += char;
      }
    } else if (char === '"' || char === "'") {
      quote = char;
      started = true;
    } else if (/\s/.test(char)) {
      if (word || started) {
        words.push(word);
      }
      word = '';
      started = false;
    } else {
      word += char;
    }
  }
  if (word || started) {
    words.push(word);
  }
  return words;
}
