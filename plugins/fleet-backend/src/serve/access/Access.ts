import { ItemScope } from '../../permissions';

/** What somebody may see, decided. */
export interface Access {
  /** Equal for all who may see the same. */
  key: string;
  /** `all` and `none` need not be asked item by item. */
  extent: 'all' | 'some' | 'none';
  sees(scope: ItemScope): boolean;
  /** Whether sources may be listed, with their addresses. */
  sources: boolean;
}

/** Sees everything: what the engine itself reads with. */
export const fullAccess: Access = {
  key: 'all+sources',
  extent: 'all',
  sees: () => true,
  sources: true,
};
