import { canonical } from '../canonical';
import { PodTemplate } from '../types';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
// Kubernetes' own: no vowels and nothing that looks like another.
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** The value of `pod-template-hash`; a collision count gives another one. */
export function podTemplateHash(
  template: PodTemplate,
  collisionCount = 0,
): string {
  let hash = FNV_OFFSET;
  const bytes = Buffer.from(
    canonical(template) + (collisionCount ? collisionCount : ''),
  );
  for (const byte of bytes) {
    hash = Math.imul(hash ^ byte, FNV_PRIME) >>> 0;
  }
  return [...String(hash)]
    .map(digit => ALPHABET[digit.charCodeAt(0) % ALPHABET.length])
    .join('');
}
