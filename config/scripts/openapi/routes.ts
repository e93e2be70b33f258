import { endpoints } from '../../../src/contract/endpoints'

/** Text of src/contract/routes.ts: the few words of the contract that the app needs when it runs, without the schemas (28 KB). */
export function buildRoutes(): string {
  const rows = Object.entries(endpoints).map(([name, { method, path, auth }]) => `  ${name}: ['${method}', '${path}', '${auth}'],`)
  return [
    "import type { EndpointName, Method, Auth } from './endpoints'",
    '',
    '/** Written by `npm run openapi` from endpoints.ts; do not edit. A test compares the two. */',
    'export const routes: Readonly<Record<EndpointName, readonly [method: Method, path: string, auth: Auth]>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
}
