import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { ChosenSecret } from './registrations';

/** Whether a registration would change a Secret that says of nobody that it is theirs. */
export function touchesUnowned(chosen: ChosenSecret): boolean {
  const { existing, removed, takenOver } = chosen;
  const touched = [
    existing,
    takenOver?.secret,
    ...removed.map(({ secret }) => secret),
  ];
  return touched.some(
    secret => secret && !secret.metadata.labels?.[LABEL_OWNER],
  );
}
