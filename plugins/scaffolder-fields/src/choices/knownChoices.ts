import { Choice } from './Choice';
import { Choices } from './Choices';

/** Those that there are; none while nobody knows. */
export function knownChoices(choices: Choices): Choice[] {
  return choices.outcome === 'known' ? choices.choices : [];
}
