import { DefaultFleetView } from '../DefaultFleetView';
import { Access, fullAccess } from '../access/Access';
import { ItemsQuery } from '../items/listItems';

/** Names of the items that somebody is shown, in order. */
export async function namesShown(
  view: DefaultFleetView,
  query: ItemsQuery = {},
  access: Access = fullAccess,
): Promise<string[]> {
  const { items } = await view.listItems(access, query);
  return items.map(item => item.ref.name);
}
