import { Row } from '@slipway/backstage-plugin-fleet-node/engine';

/** The labels by which an object names an entity, for display only. */
export function bindingsOf({
  labels,
}: Row): Record<string, string> | undefined {
  const bindings = Object.entries(labels).filter(([key]) =>
    key.startsWith('backstage.io/'),
  );
  return bindings.length > 0 ? Object.fromEntries(bindings) : undefined;
}
