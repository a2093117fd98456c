import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';

/**
 * What to believe of a source that was known before: that it is only being
 * asked again makes nothing that is known of it unknown.
 */
export function keepKnownSource(
  told: SourceInfo,
  known: SourceInfo | undefined,
): SourceInfo {
  if (told.state !== 'starting' || !known?.lastContact) {
    return told;
  }
  const { error, lastContact, reachable, since, uid } = known;
  return {
    ...told,
    state: 'stale',
    since: told.since > since ? told.since : since,
    reachable,
    lastContact,
    uid: told.uid ?? uid,
    error: told.error ?? error,
  };
}

/** The same for one resource: what was complete stays so, with its age. */
export function keepKnownCoverage(
  told: Coverage,
  known: Coverage | undefined,
): Coverage {
  if (!known || !['syncing', 'not-asked'].includes(told.state)) {
    return told;
  }
  switch (known.state) {
    case 'absent':
      return known;
    case 'live':
    case 'stale':
      return {
        ...known,
        ...told,
        state: 'stale',
        lastContact: told.lastContact ?? known.lastContact,
      };
    default:
      return told;
  }
}
