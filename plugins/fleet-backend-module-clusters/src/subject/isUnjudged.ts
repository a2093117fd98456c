import { RegisteredView } from './RegisteredView';

/**
 * Whether a cluster that the fleet does not watch may be one of Magnum: some
 * cloud has not yet said which clusters it has.
 */
export function isUnjudged({
  around,
  fleet,
}: Pick<RegisteredView, 'around' | 'fleet'>): boolean {
  return !fleet && around.isAnyCloudUnread();
}
