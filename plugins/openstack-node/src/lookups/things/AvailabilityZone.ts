/** A part of a cloud that fails as one. @public */
export interface AvailabilityZone {
  /** For the label `availability_zone`. */
  name: string;
  /** Whether servers can be put there. */
  available: boolean;
}
