/** WeChat keeps the mini-program itself. */
export function keepApp(_busy: () => boolean, _onNewVersion: (take: () => void) => void): void {
  // Nothing to do.
}
