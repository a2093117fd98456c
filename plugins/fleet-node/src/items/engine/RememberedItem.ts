/** What the engine needs back of an item after a restart. @public */
export interface RememberedItem {
  /** As `formatItemRef` writes it. */
  id: string;
  /** As its domain left it. */
  memory?: Record<string, unknown>;
}
