/** What the fleet answers, as far as tests look at it. */
export interface FleetItem {
  id: string;
  status: string;
  owner?: string;
  /** Id of its open incident. */
  incident?: string;
  finding?: { cause: string; says: string; root: string; until?: string };
  details: { notAfter?: string };
}

export interface FleetIncident {
  id: string;
  root: string;
  cause: string;
  says: string;
  closedAt?: string;
  memberCount: number;
  visible: { id: string }[];
  hidden: number;
  impact: string[];
}

export interface FleetSource {
  id: string;
  name: string;
  server?: string;
  state: string;
  reachable: boolean;
  lastContact?: string;
  error?: string;
  resources: { resource: string; state: string }[];
}

/** What a page of any of the lists may hold. */
export interface FleetLists {
  items: FleetItem[];
  incidents: FleetIncident[];
  sources: FleetSource[];
}
