import { part, parts } from '../defaults/fields';
import { JsonObject } from '../types';
import { FieldErrors } from './FieldErrors';
import { isPort } from './nameRules';

const CIDR = /^[0-9a-fA-F.:]+\/\d{1,3}$/;

/** Checks a NetworkPolicy. */
export function checkNetworkPolicy(
  object: JsonObject,
  errors: FieldErrors,
): void {
  const spec = part(object, 'spec') ?? {};
  for (const [direction, peers] of [
    ['ingress', 'from'],
    ['egress', 'to'],
  ]) {
    parts(spec, direction).forEach((rule, index) => {
      const field = `spec.${direction}[${index}]`;
      parts(rule, 'ports').forEach((port, position) => {
        if (port.port !== undefined) {
          errors.reasons(
            `${field}.ports[${position}].port`,
            port.port,
            isPort(port.port),
          );
        }
      });
      parts(rule, peers).forEach((peer, position) =>
        checkPeer(peer, `${field}.${peers}[${position}]`, errors),
      );
    });
  }
  const types = Array.isArray(spec.policyTypes) ? spec.policyTypes : [];
  types.forEach((type, index) =>
    errors.oneOf(`spec.policyTypes[${index}]`, type, ['Ingress', 'Egress']),
  );
}

function checkPeer(peer: JsonObject, field: string, errors: FieldErrors) {
  if (Object.keys(peer).length === 0) {
    errors.required(field, 'must specify a peer');
  }
  const block = part(peer, 'ipBlock');
  if (block && !CIDR.test(String(block.cidr ?? ''))) {
    errors.invalid(
      `${field}.ipBlock.cidr`,
      block.cidr ?? '',
      'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)',
    );
  }
}
