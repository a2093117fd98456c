import { DialogApiDialog } from '@backstage/frontend-plugin-api';
import { createDeferred } from '@backstage/types';
import { Overlays } from './Overlays';

/** A dialog, as an element or as a component that closes it. */
export type DialogContent<Result> =
  | JSX.Element
  | ((props: { dialog: DialogApiDialog<Result> }) => JSX.Element);

/** What is drawn over a page. */
export interface Drawable {
  draw(): JSX.Element;
}

/** A dialog that is shown: what it shows, and how it is answered. */
export class LegacyDialog<Result> implements DialogApiDialog<Result>, Drawable {
  readonly #deferred = createDeferred<Result>();
  readonly #overlays: Overlays<Drawable>;
  #content: DialogContent<Result>;

  private constructor(
    overlays: Overlays<Drawable>,
    content: DialogContent<Result>,
  ) {
    this.#overlays = overlays;
    this.#content = content;
  }

  static create<Result>(
    overlays: Overlays<Drawable>,
    content: DialogContent<Result>,
  ): LegacyDialog<Result> {
    const dialog = new LegacyDialog<Result>(overlays, content);
    overlays.add(dialog);
    return dialog;
  }

  readonly close: DialogApiDialog<Result>['close'] = (...[result]) => {
    this.#overlays.remove(this);
    // Without a result only where the type of the result allows it.
    this.#deferred.resolve(result as Result);
  };

  readonly update = (content: DialogContent<Result>) => {
    this.#content = content;
    this.#overlays.drawAgain();
  };

  readonly result = () => Promise.resolve(this.#deferred);

  draw(): JSX.Element {
    const Content = this.#content;
    return typeof Content === 'function' ? <Content dialog={this} /> : Content;
  }
}
