/** Drafts first, since they wait for the member; the rest in the server's order, newest first. */
export const draftsFirst = <C extends { status: { state: string } }>(claims: readonly C[]): C[] => [
  ...claims.filter(({ status }) => status.state === 'DRAFT'),
  ...claims.filter(({ status }) => status.state !== 'DRAFT'),
]
