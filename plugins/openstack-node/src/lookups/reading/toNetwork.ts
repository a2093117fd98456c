import { textIn } from '../../json/textIn';
import { Network } from '../things';

/** Of Neutron's words. */
export function toNetwork(body: Record<string, unknown>): Network | undefined {
  const id = textIn(body, 'id');
  if (!id) {
    return undefined;
  }
  const { subnets } = body;
  return {
    id,
    name: textIn(body, 'name') ?? id,
    external: body['router:external'] === true,
    shared: body.shared === true,
    subnets: Array.isArray(subnets)
      ? subnets.filter(subnet => typeof subnet === 'string')
      : [],
  };
}
