import { KindStrategy } from './KindStrategy';

/** `stringData` is for writing only. */
export const secretStrategy: KindStrategy = {
  prepare({ object }) {
    const { stringData, ...secret } = object;
    const plain = Object.entries((stringData ?? {}) as Record<string, string>);
    if (plain.length > 0) {
      secret.data = {
        ...(object.data as object | undefined),
        ...Object.fromEntries(
          plain.map(([key, value]) => [
            key,
            Buffer.from(value).toString('base64'),
          ]),
        ),
      };
    }
    return { type: 'Opaque', ...secret } as typeof object;
  },
};
