/** What the fake cloud answers. */
export interface FakeAnswer {
  status: number;
  body?: unknown;
}

/** A refusal in the form that Magnum gives it. */
export function refusal(status: number, text: string): FakeAnswer {
  const code = status < 500 ? 'client' : 'server';
  return {
    status,
    body: {
      errors: [
        { request_id: '', code, status, title: text, detail: text, links: [] },
      ],
    },
  };
}
