// Feedback, navigation bar, tab bar, scrolling.
import { WxFailure } from '../../protocol'
import * as chrome from '../chrome'
import { translate } from '../inspect'
import { currentPage, redraw, shownPage, startPullDown, stopPullDown, type Page } from '../pages'
import { tabPaths } from '../state'
import { defineAsync, requireText, wx, type Options } from './define'

const MAX_BUTTON_TEXT = 4
const MAX_SHEET_ITEMS = 6

function buttonText(options: Options, key: string, otherwise: string): string {
  const text = options[key] ? String(options[key]) : otherwise
  if ([...text].length > MAX_BUTTON_TEXT) throw new WxFailure(`${key} length should not larger than ${MAX_BUTTON_TEXT} Chinese characters`)
  return text
}

function defineFeedback(): void {
  defineAsync('showToast', (o) => chrome.showTip(requireText(o, 'title'), o.mask === true, Number(o.duration ?? 1500)))
  defineAsync('showLoading', (o) => chrome.showTip(requireText(o, 'title'), o.mask === true, 0))
  defineAsync('hideToast', chrome.hideTip)
  defineAsync('hideLoading', chrome.hideTip)
  defineAsync('showModal', (o) => chrome.showModal({
    title: String(o.title ?? ''), content: String(o.content ?? ''), editable: o.editable === true, placeholder: String(o.placeholderText ?? ''),
    cancelText: o.showCancel === false ? null : buttonText(o, 'cancelText', '取消'), confirmText: buttonText(o, 'confirmText', '确定'),
  }))
  defineAsync('showActionSheet', async ({ itemList, alertText }) => {
    const items: unknown[] = Array.isArray(itemList) ? itemList : []
    if (items.length === 0) throw new WxFailure('parameter error: parameter.itemList should have at least 1 item')
    if (items.length > MAX_SHEET_ITEMS) throw new WxFailure(`parameter error: itemList should not exceed ${MAX_SHEET_ITEMS} items`)
    const tapIndex = await chrome.showSheet(items.map(String), String(alertText ?? ''))
    if (tapIndex < 0) throw new WxFailure('cancel')
    return { tapIndex }
  })
  for (const name of ['enableAlertBeforeUnload', 'disableAlertBeforeUnload', 'setBackgroundColor', 'setBackgroundTextStyle', 'loadFontFace']) defineAsync(name)
}

function defineBars(): void {
  const onPage = (change: (page: Page, o: Options) => void) => (o: Options) => {
    change(shownPage(), o)
    redraw()
  }
  defineAsync('setNavigationBarTitle', onPage((page, o) => {
    page.bar.title = requireText(o, 'title')
  }))
  defineAsync('setNavigationBarColor', onPage((page, o) => {
    page.bar.color = requireText(o, 'frontColor')
    page.bar.background = requireText(o, 'backgroundColor')
  }))
  for (const name of ['showNavigationBarLoading', 'hideNavigationBarLoading', 'hideHomeButton', 'setTabBarStyle']) defineAsync(name)

  const onTabBar = (change: (o: Options) => void) => (o: Options) => {
    if (!tabPaths.includes(currentPage()?.path ?? '')) throw new WxFailure('not TabBar page')
    change(o)
    redraw()
  }
  const { badges, texts } = chrome.tabState
  defineAsync('setTabBarBadge', onTabBar(({ index, text }) => badges.set(Number(index), String(text))))
  defineAsync('removeTabBarBadge', onTabBar(({ index }) => badges.delete(Number(index))))
  defineAsync('showTabBarRedDot', onTabBar(({ index }) => badges.set(Number(index), '●')))
  defineAsync('hideTabBarRedDot', onTabBar(({ index }) => badges.delete(Number(index))))
  defineAsync('setTabBarItem', onTabBar(({ index, text }) => {
    if (text !== undefined) texts[Number(index)] = String(text)
  }))
  defineAsync('hideTabBar', onTabBar(() => {
    chrome.tabState.hidden = true
  }))
  defineAsync('showTabBar', onTabBar(() => {
    chrome.tabState.hidden = false
  }))
}

function scrollTo({ scrollTop, selector, offsetTop }: Options): void {
  const { body, scroller } = shownPage()
  if (!selector) {
    scroller.scrollTop = Number(scrollTop ?? 0)
    return
  }
  const target = body.querySelector(translate(String(selector)))
  if (!target) throw new WxFailure(`selector ${selector} matches nothing`)
  scroller.scrollTop += target.getBoundingClientRect().top - scroller.getBoundingClientRect().top + Number(offsetTop ?? 0)
}

export function defineUi(): void {
  defineFeedback()
  defineBars()
  defineAsync('pageScrollTo', scrollTo)
  defineAsync('startPullDownRefresh', () => {
    window.setTimeout(startPullDown)
  })
  defineAsync('stopPullDownRefresh', stopPullDown)
  wx.createAnimation = () => {
    const chain: object = new Proxy({}, { get: (_, key) => (key === 'export' ? () => ({ actions: [] }) : () => chain) })
    return chain
  }
}
