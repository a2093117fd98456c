import { Conclusion } from './Case';

/** What a {@link conclusionOf} an item has to equal. */
export function conclusionMatching({ status, finding }: Conclusion) {
  return {
    status,
    cause: finding?.cause,
    evidence: finding?.evidence,
    says: expect.stringContaining(finding?.says ?? ''),
  };
}
