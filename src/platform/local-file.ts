/** Keeps fetched bytes under an address for `<Image src>` and for saving. Give it back with `releaseLocal`. */
export const keepLocal = (parts: readonly ArrayBuffer[], mime: string): Promise<string> => Promise.resolve(URL.createObjectURL(new Blob([...parts], { type: mime })))

/** Frees what lies behind an address of `keepLocal`; other addresses are left alone. */
export function releaseLocal(src: string): void {
  if (src.startsWith('blob:')) URL.revokeObjectURL(src)
}

/** Clears away what an earlier visit has fetched and not given back; a browser forgets by itself. */
export const forgetLocal = (): Promise<void> => Promise.resolve()
