import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';

/** What sources are called together. */
export type CommonKind = 'cluster' | 'cloud' | 'source';

/** Of sources that are all of one kind that has a name, or of any. */
export function commonKind(sources: Pick<SourceInfo, 'kind'>[]): CommonKind {
  const kinds = new Set(sources.map(({ kind }) => kind));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'cluster' || kind === 'cloud')
    ? kind
    : 'source';
}
