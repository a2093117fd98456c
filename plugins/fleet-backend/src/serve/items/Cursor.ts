import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** Where a page ended: the last row's key, not its number, so that rows may come and go. */
export interface Cursor {
  /** What the rows are ordered by; it holds for one order only. */
  order: string;
  key: (string | number | null)[];
  id: string;
}

const cursorSchema = z.strictObject({
  order: z.string(),
  key: z.array(z.union([z.string(), z.number(), z.null()])).max(4),
  id: z.string(),
});

/** As text that a caller hands back unread. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** The cursor in a text, which must be for this order. */
export function decodeCursor(
  text: string | undefined,
  order: string,
): Cursor | undefined {
  if (text === undefined) {
    return undefined;
  }
  const parsed = cursorSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new InputError('The cursor is not one that this list gave out');
  }
  if (parsed.data.order !== order) {
    throw new InputError(
      'The cursor belongs to another order of the list; begin without it',
    );
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
