import { fieldOf } from '../json/fieldOf';
import { OpenStackService } from './OpenStackError';
import { wordsInJson } from './wordsInJson';

/**
 * Whether a 404 is not from the service itself, but from a proxy that does not
 * know where the service is. Magnum has words in `errors` for what does not
 * exist, and none for a place that does not exist.
 */
export function isFromSomebodyElse(
  service: OpenStackService,
  answer: { status: number; text: string },
): boolean {
  if (answer.status !== 404) {
    return false;
  }
  try {
    const body = JSON.parse(answer.text);
    const own = service !== 'magnum' || Array.isArray(fieldOf(body, 'errors'));
    return !own || !wordsInJson(body);
  } catch {
    return true;
  }
}
