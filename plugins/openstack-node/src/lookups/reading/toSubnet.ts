import { textIn } from '../../json/textIn';
import { Subnet } from '../things';

/** Of Neutron's words. */
export function toSubnet(body: Record<string, unknown>): Subnet | undefined {
  const id = textIn(body, 'id');
  const networkId = textIn(body, 'network_id');
  return id && networkId
    ? {
        id,
        name: textIn(body, 'name') ?? id,
        networkId,
        cidr: textIn(body, 'cidr') ?? '',
      }
    : undefined;
}
