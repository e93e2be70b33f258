/**
 * wx.request knows OPTIONS, GET, HEAD, POST, PUT, DELETE, TRACE and CONNECT, but not PATCH: a PATCH goes out as POST with
 * `X-HTTP-Method-Override: PATCH`, which the server has to honour (it answers as for PATCH).
 */
export const wireMethod = (method: string): { method: string; headers: Record<string, string> } =>
  method === 'PATCH' ? { method: 'POST', headers: { 'X-HTTP-Method-Override': 'PATCH' } } : { method, headers: {} }
