/** One event, or the sign of life that a comment is. */
export type ServerSentEvent =
  | { kind: 'event'; type: string; data: string; id?: string }
  | { kind: 'comment' };

interface Draft {
  type: string;
  data: string[];
  id?: string;
}

const newDraft = (): Draft => ({ type: 'message', data: [] });

function readLine(line: string, draft: Draft): ServerSentEvent | undefined {
  if (line === '') {
    const { type, data, id } = draft;
    return data.length > 0
      ? { kind: 'event', type, data: data.join('\n'), id }
      : undefined;
  }
  if (line.startsWith(':')) {
    return { kind: 'comment' };
  }
  const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  if (field === 'event') {
    draft.type = value;
  } else if (field === 'data') {
    draft.data.push(value);
  } else if (field === 'id') {
    draft.id = value;
  }
  return undefined;
}

/**
 * Reads the body of a stream. Not EventSource, because that cannot send the
 * token of the user.
 */
export async function* readServerSentEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let draft = newDraft();

  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      rest += decoder.decode(value, { stream: true });
      // A CR at the end may be the first half of a CRLF.
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const event = readLine(line, draft);
        if (event) {
          yield event;
        }
        if (line === '') {
          draft = newDraft();
        }
      }
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
