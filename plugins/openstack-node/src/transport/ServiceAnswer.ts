/** What a service answered to a request that it obeyed. */
export interface ServiceAnswer {
  status: number;
  header(name: string): string | undefined;
  text: string;
}
