import { chromium, type Browser } from 'playwright-core'

/** Without the flags for background work, a closed network gets dozens of refused connections. */
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium'
/** A shell without windows knows no camera: then it is the whole browser, which lies beside it. */
const pathFor = (more: readonly string[]): string => (more.some((flag) => flag.startsWith('--use-fake-device')) ? CHROMIUM.replace(/-headless-shell$/, '') : CHROMIUM)

export const launchBrowser = (more: readonly string[] = []): Promise<Browser> => chromium.launch({ executablePath: pathFor(more), args: [...ARGS, ...more] })

/** A phone in Guangdong. Without a service worker, which would fetch behind a test's back; those about it allow it. */
export const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block' } as const
/** The smallest screen that is promised. */
export const smallPhone = { width: 320, height: 568 } as const
