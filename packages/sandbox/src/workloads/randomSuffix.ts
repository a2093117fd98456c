import { randomInt } from 'node:crypto';

const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** The five characters that Kubernetes puts behind a `generateName`. */
export function randomSuffix(): string {
  return Array.from(
    { length: 5 },
    () => ALPHABET[randomInt(ALPHABET.length)],
  ).join('');
}
