/** What a message or a state means to the member. Colour is never the only sign: every tone comes with its own icon or word. */
export type Tone = 'info' | 'success' | 'warn' | 'action' | 'neutral'
