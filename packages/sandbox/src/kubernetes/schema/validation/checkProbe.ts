import { JsonObject } from '../types';
import { part } from '../defaults/fields';
import { FieldErrors } from './FieldErrors';
import { isPort } from './nameRules';

const HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'grpc'];
const TIMES = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
];

/** Checks one probe of a container; only a readiness probe may need several successes. */
export function checkProbe(options: {
  probe: JsonObject;
  field: string;
  isReadiness: boolean;
  errors: FieldErrors;
}): void {
  const { probe, field, isReadiness, errors } = options;
  const [first, ...more] = HANDLERS.filter(name => probe[name] !== undefined);
  if (!first) {
    errors.required(field, 'must specify a handler type');
  }
  for (const name of more) {
    errors.forbidden(
      `${field}.${name}`,
      'may not specify more than 1 handler type',
    );
  }
  const handler = part(probe, first ?? '');
  if (handler && (first === 'httpGet' || first === 'tcpSocket')) {
    errors.reasons(
      `${field}.${first}.port`,
      handler.port,
      isPort(handler.port),
    );
  }
  TIMES.forEach(name => errors.notNegative(`${field}.${name}`, probe[name]));
  if (!isReadiness && probe.successThreshold !== 1) {
    errors.invalid(
      `${field}.successThreshold`,
      probe.successThreshold,
      'must be 1',
    );
  }
}
