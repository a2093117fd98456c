import { Coverage, SourceInfo } from '../sources';

/** What is known of one resource of a source. @public */
export interface ResourceCoverage extends Coverage {
  /** Id of the resource, for example `certificates.cert-manager.io`. */
  resource: string;
}

/** A source with what is known of each of its resources. @public */
export interface ServedSource extends SourceInfo {
  /** One entry for each that is watched. */
  resources: ResourceCoverage[];
}

/** All sources. @public */
export interface ServedSources {
  /** By name. */
  sources: ServedSource[];
  /** A stream goes on from there. */
  revision: string;
}
