export interface PickImages {
  source: 'camera' | 'album'
  /** At most so many, 1 to 20; WeChat holds to it, a browser cannot: look at the length of the answer. */
  count: number
}
