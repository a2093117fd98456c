import { ago } from '../times';
import { testObject, TestObject } from './testObject';

export function event(
  about: TestObject,
  options: { reason: string; message: string; at?: string },
): TestObject {
  const { reason, message, at = ago('1h') } = options;
  const { name, namespace, uid } = about.metadata;
  return {
    ...testObject({
      apiVersion: 'v1',
      kind: 'Event',
      name: `${name}.${reason}`,
      namespace,
    }),
    involvedObject: { kind: about.kind, name, namespace, uid },
    reason,
    message,
    type: 'Warning',
    firstTimestamp: at,
    lastTimestamp: at,
  };
}
