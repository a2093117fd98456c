import { Conclusion } from './Conclusion';

/** One item at a time: with their impact they may be longer than a text can be. */
export function writeJson(
  conclusions: Conclusion[],
  out: (text: string) => void,
): void {
  out('{"items":[');
  conclusions.forEach((conclusion, index) =>
    out(`${index === 0 ? '' : ','}\n${JSON.stringify(conclusion)}`),
  );
  out(conclusions.length === 0 ? ']}\n' : '\n]}\n');
}
