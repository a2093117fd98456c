/** Versions of Magnum's API, such as `1.10`. @public */
export interface MagnumMicroversion {
  min: string;
  max: string;
  /** The one that is asked for in every call. */
  used: string;
}
