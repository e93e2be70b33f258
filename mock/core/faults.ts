/** The line broke: no answer at all. Passes through the core untouched; the transport cuts the connection. */
export class TransportDropped extends Error {
  constructor(message = 'connection dropped') {
    super(message)
    this.name = 'TransportDropped'
  }
}
