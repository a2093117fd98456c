import { HOUR } from '../subject/durations';
import { MagnumView } from '../subject/MagnumView';
import { millis } from '../subject/millis';
import { refOf } from '../subject/refOf';
import { formatTime } from '../texts/formatTime';
import { isDeletionBlocked } from '../texts/isDeletionBlocked';
import { Cause } from './Cause';
import { quote } from './quote';
import { textsOf, Words } from './textsOf';

/** A deletion failed, says what is in its way, or does not end. */
export function deletionBlocked(view: MagnumView): Cause | undefined {
  const { operation, outcome } = view.phase;
  if (operation !== 'DELETE' || outcome === 'COMPLETE') {
    return undefined;
  }
  const words = textsOf(view);
  const named = words.filter(({ text }) => isDeletionBlocked(text));
  if (outcome === 'FAILED' || named.length > 0) {
    return found(view, named.length > 0 ? named : words);
  }
  const asked = millis(view.cluster.updatedAt ?? view.cluster.createdAt);
  const isLate = asked !== undefined && view.moments.hasCome(asked + HOUR);
  return isLate ? found(view, words) : undefined;
}

function found({ row, cluster }: MagnumView, words: Words[]): Cause {
  const since = cluster.updatedAt ?? cluster.createdAt;
  return {
    code: 'cluster.delete.leftover-resources',
    evidence: refOf(row),
    says:
      quote(words) ||
      `${cluster.status}${since ? ` since ${formatTime(since)}` : ''}`,
    since,
  };
}
