/** Someone who may sign in, on GitHub and in Backstage alike. */
export interface Person {
  login: string;
  name: string;
  /** The GitHub team and Backstage group. */
  team: string;
  /** What they may do, for people who choose whom to be. */
  role: string;
}

/** The people of the sandbox; `catalog/org.yaml` describes them to Backstage. */
export const people: Person[] = [
  {
    login: 'developer',
    name: 'Dana Developer',
    team: 'storefront',
    role: 'develops the services of team storefront',
  },
  {
    login: 'payments-developer',
    name: 'Paz Payments',
    team: 'payments',
    role: 'develops the services of team payments',
  },
  {
    login: 'platform-engineer',
    name: 'Pat Platform',
    team: 'platform-team',
    role: 'runs the platform and may all',
  },
];
