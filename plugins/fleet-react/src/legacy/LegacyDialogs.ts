import { DialogApi, DialogApiDialog } from '@backstage/frontend-plugin-api';
import { DialogContent, Drawable, LegacyDialog } from './LegacyDialog';
import { Overlays } from './Overlays';

/** Dialogs in an app of the old frontend system. */
export class LegacyDialogs implements DialogApi {
  readonly overlays = new Overlays<Drawable>();

  open<Result = void>(content: DialogContent<Result>): DialogApiDialog<Result> {
    return LegacyDialog.create(this.overlays, content);
  }

  /** Asked for by the interface; the same as `open`. */
  show<Result = void>(content: DialogContent<Result | undefined>) {
    return this.open(content);
  }

  /** Asked for by the interface; the same as `open`. */
  showModal<Result = void>(content: DialogContent<Result>) {
    return this.open(content);
  }
}
