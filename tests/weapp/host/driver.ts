// A person with the mini-program in hand: looks, taps, types, goes around. The same on both engines.
import fs from 'node:fs'
import type { Engine } from './engines/engine'
import type { Mock, Services } from './node/services'
import type { ApiCall, Device, LaunchOptions, PageConfig } from './protocol'
import { errorText, summarise, type Stats } from './report'
import type { Finder } from './runtime/main'
import type { FieldState } from './runtime/inspect'
import type { OpenKind } from './runtime/pages'

const POLL_MS = 15
const APP_ID = 'touristappid'

export interface DriverSettings {
  launch: LaunchOptions
  device: Device
  /** ms to wait for a text, an element, a route. */
  timeout: number
}

export class MiniProgram {
  private launch: LaunchOptions

  constructor(private readonly engine: Engine, private readonly services: Services, private readonly settings: DriverSettings) {
    this.launch = settings.launch
  }

  // --- starting and ending
  async start(): Promise<void> {
    await this.engine.load(this.pageConfig())
  }

  private pageConfig(): PageConfig {
    const { services, engine } = this
    return {
      options: { scene: 1001, query: {}, referrerInfo: {}, ...this.launch },
      storage: Object.fromEntries(services.storage),
      mocks: [...services.mocks.keys()],
      device: this.settings.device,
      offline: services.network.offline,
      appId: APP_ID,
      userDataPath: services.files.userDataPath,
      layout: engine.layout,
    }
  }

  /** Ends the app and starts it again: storage, saved files and USER_DATA_PATH stay, temp files go, as on a phone. */
  async relaunch(launch: LaunchOptions = {}): Promise<void> {
    await this.engine.call('flushStorage')
    this.services.network.asleep = false
    this.services.network.abortAll()
    this.services.files.clearTemp()
    this.launch = launch
    await this.start()
  }

  async close(): Promise<void> {
    this.services.network.abortAll()
    await this.engine.close()
    this.services.files.dispose()
  }

  // --- looking
  texts(): Promise<string[]> {
    return this.engine.call('texts')
  }
  hasText(text: string): Promise<boolean> {
    return this.engine.call('hasText', text)
  }
  /** Path and query of the page shown. */
  route(): Promise<string> {
    return this.engine.call('route')
  }
  stack(): Promise<string[]> {
    return this.engine.call('stack')
  }
  fields(): Promise<FieldState[]> {
    return this.engine.call('fields')
  }
  async value(field: string): Promise<string> {
    await this.appear('field', field)
    return this.engine.call('value', field)
  }
  isDisabled(text: string): Promise<boolean> {
    return this.engine.call('isDisabled', text)
  }
  /** Brightness, keep-awake and clipboard that the app set. */
  phone(): Promise<{ clipboard: string; brightness: number; keepScreenOn: boolean }> {
    return this.engine.call('phone')
  }
  /** Writes a PNG (chromium only). */
  async shot(file: string): Promise<string> {
    await this.engine.shot(file)
    return file
  }

  // --- waiting
  async waitFor<T>(what: string, check: () => Promise<T> | T, ms = this.settings.timeout): Promise<T> {
    const end = Date.now() + ms
    for (;;) {
      const value = await check()
      if (value) return value
      if (Date.now() > end) throw await this.explained(new Error(`${what} not met within ${ms} ms`))
      await this.wait(POLL_MS)
    }
  }
  async waitText(text: string, ms?: number): Promise<void> {
    await this.waitFor(`text ${JSON.stringify(text)}`, () => this.hasText(text), ms)
  }
  async waitNoText(text: string, ms?: number): Promise<void> {
    await this.waitFor(`absence of text ${JSON.stringify(text)}`, async () => !(await this.hasText(text)), ms)
  }
  async waitRoute(part: string, ms?: number): Promise<void> {
    await this.waitFor(`route ${part}`, async () => (await this.route()).includes(part), ms)
  }
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms))
  }
  private async appear(finder: Finder, target: string): Promise<void> {
    await this.waitFor(`${finder} ${JSON.stringify(target)}`, () => this.engine.call('exists', finder, target))
  }
  private async explained(error: unknown): Promise<Error> {
    const { errors } = await this.engine.call('stats')
    const message = error instanceof Error ? error.message : String(error)
    const texts = (await this.texts()).slice(0, 60)
    return new Error([message, `route: ${await this.route()}`, `texts: ${JSON.stringify(texts)}`, ...errors.slice(-3).map((e) => `app error [${e.kind}] ${e.message}`)].join('\n'))
  }

  // --- acting
  private async act(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw await this.explained(error)
    }
    await this.engine.settle()
  }
  /** A finger waits for what is busy: a tap that is ignored would show nothing, and nobody would tap again. */
  private async tapOn(finder: Finder, target: string): Promise<void> {
    await this.appear(finder, target)
    await this.waitFor(`${finder} ${JSON.stringify(target)} that takes taps`, () => this.engine.call('takesTaps', finder, target))
    await this.act(() => this.engine.tap(finder, target))
  }
  /** The smallest element whose text it is, else that contains it. */
  tapText(text: string): Promise<void> {
    return this.tapOn('text', text)
  }
  /** Two taps within one frame. */
  async tapTwice(text: string): Promise<void> {
    await this.appear('button', text)
    await this.waitFor(`button ${JSON.stringify(text)} that takes taps`, () => this.engine.call('takesTaps', 'button', text))
    await this.act(() => this.engine.call('pressTwice', 'button', text))
  }
  /** Selector of the mini-program: #id, .class, tag, [aria-label="…"]. */
  tap(selector: string): Promise<void> {
    return this.tapOn('selector', selector)
  }
  /** field: placeholder, aria-label, name, selector or the label beside it. */
  async input(field: string, value: string | number, { confirm = false, blur = true } = {}): Promise<void> {
    await this.appear('field', field)
    await this.waitFor(`field ${JSON.stringify(field)} that is not disabled`, () => this.engine.call('takesTaps', 'field', field))
    await this.act(() => this.engine.type(field, String(value), { confirm, blur }))
  }
  /** Chooses in the picker at or beside a text or selector: label or index, list of them, YYYY-MM-DD, HH:MM, [省, 市, 区]. */
  async pick(target: string, value: string | number | (string | number)[]): Promise<void> {
    await this.appear('picker', target)
    await this.act(() => this.engine.call('pick', target, value))
  }
  /** Ticks (or unticks) the checkbox, switch or radio at a label or selector; does nothing where it is so already. */
  async check(target: string, on = true): Promise<void> {
    await this.appear('tick', target)
    if ((await this.engine.call('tickState', target)) === on) return
    await this.tapOn('tick', target)
    await this.waitFor(`${JSON.stringify(target)} ${on ? 'ticked' : 'unticked'}`, async () => (await this.engine.call('tickState', target)) === on)
  }
  async isChecked(target: string): Promise<boolean> {
    await this.appear('tick', target)
    return this.engine.call('tickState', target)
  }
  async swipe(swiper: string, step = 1): Promise<void> {
    await this.act(() => this.engine.call('swipe', swiper, step))
  }
  /** Scrolls a scroll-view to so many px. */
  async scroll(selector: string, top: number): Promise<void> {
    await this.appear('selector', selector)
    await this.act(() => this.engine.call('scroll', selector, top))
  }
  /** How many elements of the page fit, seen or not. */
  count(selector: string): Promise<number> {
    return this.engine.call('count', selector)
  }
  /** Strokes with a finger on the element at a selector, points in px from its corner. */
  async draw(selector: string, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
    await this.appear('selector', selector)
    for (const stroke of strokes) await this.act(() => this.engine.call('draw', selector, stroke))
  }
  async longPress(target: string): Promise<void> {
    await this.act(() => this.engine.call('longPress', target))
  }
  /** Pulls the page down; waits for the app to end the refresh. */
  async pullDown(): Promise<void> {
    await this.act(() => this.engine.call('pullDown'))
    await this.waitFor('end of the refresh', async () => !(await this.engine.call('refreshing')))
  }
  async reachBottom(): Promise<void> {
    await this.act(() => this.engine.call('reachBottom'))
  }

  // --- going around
  /** Opens a page as a link from outside would: '/pages/card/index?x=1'. */
  async goto(url: string, kind: OpenKind = 'reLaunch'): Promise<void> {
    await this.act(() => this.engine.call('open', url, kind))
  }
  async back(): Promise<void> {
    await this.act(() => this.engine.call('back'))
  }
  async tapTab(text: string): Promise<void> {
    await this.appear('tab', text)
    await this.act(() => this.engine.call('press', 'tab', text))
  }
  async background(): Promise<void> {
    await this.act(() => this.engine.call('toBackground'))
  }
  /** The same, for longer than the five seconds after which WeChat breaks what is under way. */
  async backgroundForLong(): Promise<void> {
    await this.background()
    this.services.network.sleep()
  }
  async foreground(launch: LaunchOptions = {}): Promise<void> {
    this.services.network.asleep = false
    await this.act(() => this.engine.call('toForeground', launch))
  }

  // --- surroundings
  /** Sets the phone's clock so many ms ahead (or behind): from the next launch on. */
  setClock(aheadMs: number): void {
    this.settings.device.clockAheadMs = aheadMs
  }
  async mock(name: string, result: Mock): Promise<void> {
    this.services.mocks.set(name, result)
    await this.engine.call('setMock', name, true)
  }
  async unmock(name: string): Promise<void> {
    this.services.mocks.delete(name)
    await this.engine.call('setMock', name, false)
  }
  /** Breaks requests under way and tells the app. */
  async setOffline(offline: boolean): Promise<void> {
    this.services.network.setOffline(offline)
    await this.act(() => this.engine.call('setOffline', offline))
  }
  /** latency in ms a request; uploadBytesPerSecond 0 = as fast as it goes. */
  setNetwork({ latency = 0, uploadBytesPerSecond = 0 }): void {
    this.services.network.latency = latency
    this.services.network.sender.uploadBytesPerSecond = uploadBytesPerSecond
  }
  /** Bytes that files may take in all; without a number what WeChat gives. */
  setRoom(bytes?: number): void {
    this.services.files.setRoom(bytes)
  }
  /** Any wx.onX event, e.g. emit('UserCaptureScreen', {}). */
  async emit(name: string, detail: unknown): Promise<void> {
    await this.act(() => this.engine.call('emit', name, detail))
  }
  share(): Promise<Record<string, unknown>> {
    return this.engine.call('share')
  }

  /** Bytes of a file of the app: user data, saved or temp. */
  readFile(virtual: string): Buffer {
    return fs.readFileSync(this.services.files.existing(virtual))
  }

  /** Names of the files in the user folder. */
  userFiles(): string[] {
    return this.services.files.userFiles()
  }

  /** Whether storage holds these words: what a kill would leave. */
  isKept(words: string): boolean {
    return [...this.services.storage.values()].some((text) => {
      const { data }: { data?: unknown } = JSON.parse(text)
      return (typeof data === 'string' ? data : text).includes(words)
    })
  }

  // --- judging
  /** Everything observed since the (re)launch; requests since the opening. */
  async stats(): Promise<Stats> {
    const more = { ...(await this.engine.call('treeSize')), requests: this.services.network.log, storageBytes: await this.engine.call('storageSize') }
    return summarise(await this.engine.call('stats'), more)
  }
  async apiCalls(name: string): Promise<ApiCall[]> {
    return (await this.engine.call('stats')).apiCalls.filter((call) => call.name === name)
  }
  /** Throws what went wrong in the app: exceptions, rejections, console.error, functions in setData, unknown pages. */
  async assertNoErrors(): Promise<void> {
    const { errors } = await this.engine.call('stats')
    if (errors.length > 0) throw new Error(errorText(errors))
  }
  /** After a failure that the test provoked. */
  clearErrors(): Promise<void> {
    return this.engine.call('clearErrors')
  }
}
