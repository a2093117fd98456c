import { fieldOf } from '../../json/fieldOf';
import { textIn } from '../../json/textIn';
import { AvailabilityZone } from '../things';

/** Of Nova's words. */
export function toAvailabilityZone(
  body: Record<string, unknown>,
): AvailabilityZone | undefined {
  const name = textIn(body, 'zoneName');
  return name
    ? { name, available: fieldOf(body.zoneState, 'available') === true }
    : undefined;
}
