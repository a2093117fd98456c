/** How far the signing of a request has come. */
export type SigningResult =
  | { outcome: 'issued'; certificatePem: string; caPem?: string }
  | { outcome: 'pending'; message: string }
  | { outcome: 'failed'; message: string };
