/** A part of a cloud that fails as one. @public */
export interface AvailabilityZone {
  name: string;
  available: boolean;
}
