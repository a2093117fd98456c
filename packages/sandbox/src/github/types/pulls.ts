import { Actors } from './repositories';

/** One review of a pull request. */
export interface Review {
  id: number;
  author: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  body: string;
  commitId: string;
  submittedAt: string;
}

/** A pull request between two branches of one repository. */
export interface PullRequest {
  id: number;
  number: number;
  title: string;
  body: string | undefined;
  state: 'open' | 'closed';
  draft: boolean;
  author: string;
  /** Branch names. */
  head: string;
  base: string;
  /** The commit last seen at the head. */
  headSha: string;
  /** The commit at the base when it was opened or last updated. */
  baseSha: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | undefined;
  merged:
    | { at: string; by: string; sha: string; method: MergeMethod }
    | undefined;
  reviews: Review[];
  requestedReviewers: Actors;
  labels: string[];
  assignees: string[];
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';
