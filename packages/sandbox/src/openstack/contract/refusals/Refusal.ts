/** A call that Magnum refuses: what is asked, and what the answer says. */
export type Refusal = [
  method: string,
  path: string,
  body: unknown,
  status: number,
  /** What the detail contains. */
  detail: string,
];
