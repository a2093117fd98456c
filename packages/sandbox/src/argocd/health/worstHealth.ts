import { HealthCode } from '../types';

const ORDER: HealthCode[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

/** The worst of some health codes; Healthy when there are none. */
export function worstHealth(codes: HealthCode[]): HealthCode {
  return ORDER[Math.max(0, ...codes.map(code => ORDER.indexOf(code)))];
}
