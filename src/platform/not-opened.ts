/** A page that cannot be loaded stands under its own address and says so: see page-code.ts. Twin: not-opened.weapp.ts. */
export async function notOpened(_again: () => Promise<void>): Promise<void> {
  // Nothing to add.
}
