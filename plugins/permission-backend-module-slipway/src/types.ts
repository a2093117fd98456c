/** Who asks, in the references that ownership is written in. */
export interface Caller {
  userRef: string;
  ownershipRefs: string[];
}
