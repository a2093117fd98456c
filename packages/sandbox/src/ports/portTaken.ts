import { findPortHolder } from './findPortHolder';

/** A sentence for people about a port that is not free for what needs it. */
export function portTaken(port: number, purpose: string): string {
  const holder = findPortHolder(port) ?? 'another process';
  return `Port ${port} (${purpose}) is taken by ${holder}.`;
}
