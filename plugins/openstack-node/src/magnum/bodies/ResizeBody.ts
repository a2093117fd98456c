/** What `POST /clusters/{id}/actions/resize` takes. @public */
export interface ResizeBody {
  /** How many there are to be. */
  node_count: number;
  /** Ids of servers that go first. */
  nodes_to_remove?: string[];
  /** Default: the default group of workers. */
  nodegroup?: string;
}
