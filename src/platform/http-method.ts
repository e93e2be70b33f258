/** How an HTTP method goes over the wire, with the headers it needs. H5: as it is. */
export const wireMethod = (method: string): { method: string; headers: Record<string, string> } => ({ method, headers: {} })
