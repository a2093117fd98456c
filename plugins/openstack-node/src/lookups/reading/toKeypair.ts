import { fieldOf } from '../../json/fieldOf';
import { textIn } from '../../json/textIn';
import { Keypair } from '../things';

/** Of Nova's words, which wrap each one. */
export function toKeypair(body: Record<string, unknown>): Keypair | undefined {
  const keypair = fieldOf(body, 'keypair');
  const name = textIn(keypair, 'name');
  const fingerprint = textIn(keypair, 'fingerprint');
  return name ? { name, ...(fingerprint && { fingerprint }) } : undefined;
}
