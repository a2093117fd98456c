import { randomBytes } from 'node:crypto';

// Kubernetes leaves out vowels and look-alikes.
const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';
const MAX_PREFIX = 58;

/** A name that begins with `metadata.generateName`. */
export function generateObjectName(prefix: string): string {
  const suffix = [...randomBytes(5)]
    .map(byte => LETTERS[byte % LETTERS.length])
    .join('');
  return `${prefix.slice(0, MAX_PREFIX)}${suffix}`;
}
