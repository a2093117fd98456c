/** How far the signing of a request has come. */
export type SigningResult =
  | { outcome: 'issued'; certificatePem: string; caPem?: string }
  /** `event` is the reason of the Event that tells of it. */
  | { outcome: 'pending'; message: string; event?: string }
  | { outcome: 'failed'; message: string; event: string };
