import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';

/**
 * What to believe of a source that was known before: that it is only being
 * asked again makes nothing that is known of it unknown.
 */
export function keepKnownSource(
  told: SourceInfo,
  known: SourceInfo | undefined,
): SourceInfo {
  const isNews = told.state === 'live' || told.error !== undefined;
  if (isNews || !known?.lastContact) {
    return told;
  }
  const { error, lastContact, reachable, since, uid } = known;
  return {
    ...told,
    state: 'stale',
    since,
    reachable,
    lastContact,
    uid: told.uid ?? uid,
    error,
  };
}

/** The same for one resource: what a source does not serve, it is not syncing. */
export function keepKnownCoverage(
  told: Coverage,
  known: Coverage | undefined,
): Coverage {
  const isNews = told.state !== 'syncing' || told.error !== undefined;
  return !isNews && known?.state === 'absent' ? known : told;
}
