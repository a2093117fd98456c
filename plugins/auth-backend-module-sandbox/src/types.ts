/** One of the seeded people. */
export interface SandboxUser {
  /** Name of the User entity in the catalog */
  name: string;
  displayName: string;
}
