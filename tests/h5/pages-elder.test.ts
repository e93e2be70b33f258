import { everyPage } from './kit/every-page'

everyPage({ name: '长辈版', elder: true, target: 60, text: 18 })
