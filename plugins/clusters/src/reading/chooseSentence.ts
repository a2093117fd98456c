import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';

/** Which sentence answers how a cluster is. */
export type SentenceKey =
  | 'unknown'
  | 'atRisk'
  | 'broken'
  | 'creating'
  | 'deleting'
  | 'changing'
  | 'runs'
  | 'runsUnwatched'
  | 'answers';

/** What is wrong comes first, then what is under way, then what runs. */
export function chooseSentence(
  item: Pick<ServedItem<ClusterDetails>, 'status' | 'finding' | 'details'>,
): SentenceKey {
  const { status, finding, details } = item;

  if (finding) {
    return brokenSentence(status, finding.until);
  }
  if (status === 'progressing') {
    return progressSentence(details.phase);
  }
  if (details.kind === 'registered') {
    return 'answers';
  }
  return details.health === undefined ? 'runsUnwatched' : 'runs';
}

function brokenSentence(status: string, until?: string): SentenceKey {
  if (status === 'unknown') {
    return 'unknown';
  }
  return status === 'at-risk' && until ? 'atRisk' : 'broken';
}

function progressSentence(phase = 'CREATE_IN_PROGRESS'): SentenceKey {
  if (phase.startsWith('CREATE_IN')) {
    return 'creating';
  }
  return phase.startsWith('DELETE_') ? 'deleting' : 'changing';
}
