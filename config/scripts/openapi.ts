import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildOpenApi } from './openapi/document'
import { buildRoutes } from './openapi/routes'
import { shapeFiles } from './openapi/shapes'

// npm run openapi: writes what follows from the contract table. A test compares the checked-in files with what this would write.
const contract = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../src/contract')
for (const [name, text] of [['openapi.json', `${JSON.stringify(buildOpenApi(), null, 2)}\n`], ['routes.ts', buildRoutes()], ...Object.entries(shapeFiles())] as const) {
  writeFileSync(path.join(contract, name), text)
  console.log(`wrote src/contract/${name}`)
}
