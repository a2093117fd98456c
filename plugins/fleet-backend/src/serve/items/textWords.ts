/** The words to look for, in lower case. Plain text: nothing in them is special. */
export function textWords(text: string | undefined): string[] {
  return (text ?? '')
    .toLocaleLowerCase('en-US')
    .split(/\s+/)
    .filter(word => word !== '');
}
