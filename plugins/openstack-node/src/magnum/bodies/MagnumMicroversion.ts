/** Versions of Magnum's API, such as `1.10`. @public */
export interface MagnumMicroversion {
  /** The oldest one that the cloud has. */
  min: string;
  /** The newest one that the cloud has. */
  max: string;
  /** The one that is asked for in every call. */
  used: string;
}
