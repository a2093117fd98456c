/** A revision of a Certificate, as it was seen coming. */
export interface SeenRevision {
  revision: number;
  at: string;
  /** When its renewal was due, as far as is known. */
  renewal?: string;
  /** Of the spec, as it was last while this was the revision. */
  generation?: number;
  /** Somebody wanted another one: by hand, or by a change of the spec. */
  isUnwanted?: boolean;
  /** It was due, or somebody wanted it. */
  isExpected?: boolean;
}
