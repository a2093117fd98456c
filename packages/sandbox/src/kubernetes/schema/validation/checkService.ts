import { isIP } from 'node:net';
import { Json } from '../../../client/types';
import { part, parts } from '../defaults/fields';
import { JsonObject } from '../types';
import { checkLabels } from './checkMetadata';
import { FieldErrors } from './FieldErrors';
import { isLabelName, isPort } from './nameRules';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];

/** Checks a Service. */
export function checkService(object: JsonObject, errors: FieldErrors): void {
  const spec = part(object, 'spec') ?? {};
  const ports = parts(spec, 'ports');
  const isExternal = spec.type === 'ExternalName';
  if (ports.length === 0 && !isExternal && spec.clusterIP !== 'None') {
    errors.required('spec.ports');
  }
  if (isExternal && !spec.externalName) {
    errors.required('spec.externalName');
  }
  const seen = { names: new Set<Json>(), sockets: new Set<string>() };
  ports.forEach((port, index) => {
    const field = `spec.ports[${index}]`;
    checkName({ port, field, isOnly: ports.length === 1, seen, errors });
    checkPort(port, field, errors);
    const socket = `${port.port}/${port.protocol}`;
    if (seen.sockets.has(socket)) {
      errors.duplicate(field, inGo(port));
    }
    seen.sockets.add(socket);
    if (port.nodePort && spec.type === 'ClusterIP') {
      errors.forbidden(
        `${field}.nodePort`,
        "may not be used when `type` is 'ClusterIP'",
      );
    }
  });
  checkLabels(spec.selector, 'spec.selector', errors);
  errors.oneOf('spec.sessionAffinity', spec.sessionAffinity, [
    'ClientIP',
    'None',
  ]);
  errors.oneOf('spec.type', spec.type, TYPES);
  const { clusterIP } = spec;
  if (clusterIP && clusterIP !== 'None' && !isIP(String(clusterIP))) {
    errors.invalid(
      'spec.clusterIPs[0]',
      clusterIP,
      'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    );
  }
}

function checkName(options: {
  port: JsonObject;
  field: string;
  isOnly: boolean;
  seen: { names: Set<Json> };
  errors: FieldErrors;
}) {
  const { port, field, isOnly, seen, errors } = options;
  if (!port.name) {
    if (!isOnly) {
      errors.required(`${field}.name`);
    }
    return;
  }
  errors.reasons(`${field}.name`, port.name, isLabelName(String(port.name)));
  if (seen.names.has(port.name)) {
    errors.duplicate(`${field}.name`, port.name);
  }
  seen.names.add(port.name);
}

function checkPort(port: JsonObject, field: string, errors: FieldErrors) {
  const number = port.port ?? 0;
  errors.reasons(`${field}.port`, number, isPort(number));
  errors.oneOf(`${field}.protocol`, port.protocol, ['SCTP', 'TCP', 'UDP']);
  const target = port.targetPort ?? number;
  errors.reasons(`${field}.targetPort`, target, isPort(target));
}

/** A port as upstream's message shows it. */
function inGo(port: JsonObject): Json {
  return {
    Name: '',
    Protocol: port.protocol,
    AppProtocol: port.appProtocol ?? null,
    Port: port.port,
    TargetPort: 0,
    NodePort: 0,
  };
}
