import type { GenericSchema } from 'valibot'
import { API_PREFIX, commonErrors, defaultParam, endpoints, type Endpoint } from '@/contract/endpoints'
import { errorTable, statusOf, type ErrorCode } from '@/contract/errors'
import { componentSchemas, schemaRef } from './schemas'

const TAGS: Record<string, string> = {
  config: 'What a client needs before anything else',
  session: 'Sign-in, rotation of tokens, sign-out',
  me: 'The signed-in person: consents, card, covers',
  messages: 'Inbox',
  plans: 'Mutual-aid plans in plain words',
  gifts: 'Gifted plans and certificates',
  orders: 'Plans taken up for money',
  events: 'The desk of a rep: events, leases, scans, posters',
  claims: 'Claims and their papers',
  payouts: 'Bank account and payouts',
  test: 'Controls of the test mode; 404 TEST_MODE_OFF anywhere else',
}
const FILE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/svg+xml', 'application/pdf']
const ROLE_WORDS = { public: 'No token.', signedIn: 'Any signed-in account.', member: 'A union member.', claimant: 'A union member, the beneficiary of one, or an agent.', rep: 'An activity rep (role REP); what an event asks for beyond that stands in its errors.', office: 'A union officer or a reviewer; in test mode also the tester.', tester: 'The tester, in test mode.' }

/** The contract as OpenAPI 3.1: all of it comes from the endpoint table, the error table and the schemas. */
export function buildOpenApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: '掌上办',
      version: '1.0.0',
      summary: 'Member self-service of the trade-union mutual aid',
      description:
        'Errors are RFC 9457 problem details: clients switch on `code`, never on the words. Money is integer fen. Instants carry +08:00. Every response carries `x-request-id` and `x-server-time`. Clients that cannot send PATCH, PUT or DELETE send POST with `x-http-method-override`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API_PREFIX, description: 'The server that answered with this document' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: paths(),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'Access token of a session, 15 minutes' } },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'New for each intention, the same for each retry. A replay returns the first answer byte for byte, with `idempotent-replay: true`.',
          schema: { type: 'string', minLength: 1, maxLength: 128 },
        },
        IfMatch: { name: 'If-Match', in: 'header', required: true, description: 'Version that the change is based on, as in the etag: `"3"`', schema: { type: 'string' } },
      },
      schemas: componentSchemas(),
      responses: problemResponses(),
    },
  }
}

function paths(): Record<string, Record<string, object>> {
  const found: Record<string, Record<string, object>> = {}
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    found[path] = { ...found[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) }
  }
  return found
}

function operation(name: string, endpoint: Endpoint): object {
  const parameters = [...pathParameters(endpoint), ...queryParameters(endpoint.query), ...headerParameters(endpoint)]
  return {
    operationId: name,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    description: ROLE_WORDS[endpoint.auth],
    security: endpoint.auth === 'public' ? [] : [{ bearer: [] }],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(endpoint),
    responses: { ...success(endpoint), ...problems(codesOf(endpoint)) },
  }
}

const pathParameters = ({ path, params }: Endpoint): object[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ name, in: 'path', required: true, schema: schemaRef(params?.[name] ?? defaultParam) }))

function queryParameters(query: GenericSchema | undefined): object[] {
  if (!query || !('entries' in query)) return []
  return Object.entries(query.entries as Record<string, GenericSchema>).map(([name, entry]) => ({
    name,
    in: 'query',
    required: entry.type !== 'optional',
    schema: schemaRef('wrapped' in entry ? (entry.wrapped as GenericSchema) : entry),
  }))
}

const headerParameters = ({ idempotent, ifMatch }: Endpoint): object[] => [
  ...(idempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ...(ifMatch ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
]

function requestBody({ body, part }: Endpoint): object {
  if (part) return { requestBody: { required: true, description: '262,144 bytes at most', content: { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } } } }
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaRef(body) } } } } : {}
}

function success({ success: [status, schema], summary }: Endpoint): Record<string, object> {
  if (schema === null) return { [status]: { description: 'Done; no content' } }
  const content = schema === 'binary' ? Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: { type: 'string', contentMediaType: type } }])) : { 'application/json': { schema: schemaRef(schema) } }
  return { [status]: { description: summary, content } }
}

/** One response for each status, shared by all endpoints with the same codes: the codes are its name. */
const problems = (codes: ErrorCode[]): Record<string, object> =>
  Object.fromEntries(byStatus(codes).map(([status, same]) => [status, { $ref: `#/components/responses/${same.join('.')}` }]))

function byStatus(codes: ErrorCode[]): [status: number, codes: ErrorCode[]][] {
  const groups = new Map<number, ErrorCode[]>()
  for (const code of [...codes].sort()) groups.set(statusOf(code), [...(groups.get(statusOf(code)) ?? []), code])
  return [...groups].sort(([a], [b]) => a - b)
}

const codesOf = (endpoint: Endpoint): ErrorCode[] => [...new Set([...endpoint.errors, ...commonErrors(endpoint)])]

function problemResponses(): Record<string, object> {
  const groups = Object.values<Endpoint>(endpoints).flatMap((endpoint) => byStatus(codesOf(endpoint)).map(([, codes]) => codes))
  return Object.fromEntries(
    groups.map((codes) => {
      const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }] }
      return [codes.join('.'), { description: codes.map((code) => `${code}: ${errorTable[code][1]}`).join('\n\n'), content: { 'application/problem+json': { schema } } }]
    }),
  )
}
