import test from 'node:test'
import { engineWanted } from './host'
import { hostCases } from './host/self-test'

for (const { name, run } of hostCases(engineWanted())) test(name, run)
