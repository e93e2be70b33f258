import { createContext, useContext, useState, type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { goHome } from '@/platform/navigation'
import { aria, drawsBack } from './a11y'
import { useArrival } from './arrival'
import { Asking, AskingContext } from './asking'
import { BackGuard } from './back-guard'
import { Boundary } from './boundary'
import { Button } from './button'
import { ElderModeContext } from './elder-mode'
import { Empty, type EmptyProps } from './empty'
import { Icon } from './icon'
import { Notice } from './notice'
import { useOnce, type Act } from './once'
import { newInstance, PageInstance, useOwnId } from './page-instance'
import { pageState, type PageQuery, type PageState } from './page-state'
import { PrivacySheet } from './privacy-sheet'
import { ServerNotices, type ServedNotice } from './server-notices'
import { Skeleton } from './skeleton'
import { Spoken } from './spoken'

interface PageFrame {
  /** Heading of the page (level 1). */
  title: string
  /** Line under the title. */
  subtitle?: string
  /** Keep the heading for screen readers only, where the content begins with its own large words. */
  titleHidden?: boolean
  /** Shown as an arrow before the title on H5; WeChat has its own. Leave out on tab pages. */
  onBack?: Act
  /** What the server says about this page (`useNotices`), above the content; a blocking one stands in its place. */
  notices?: readonly ServedNotice[]
  /** Further words above the content. */
  banner?: ReactNode
  /** Spoken when it changes: «已保存», «第2个文件已收到». */
  announce?: string
}

/** A page whose content comes from a query: `children` and `footer` are called only with data. */
export interface QueryPageProps<T> extends PageFrame {
  query: PageQuery<T>
  children: (data: T) => ReactNode
  /** Bar at the bottom with the one primary action. */
  footer?: ReactNode | ((data: T) => ReactNode)
  /** With both, an empty answer shows `empty` instead of children. */
  isEmpty?: (data: T) => boolean
  empty?: EmptyProps
  /** In place of the grey sheets while loading. */
  skeleton?: ReactNode
}

/** Begins anew what waits for a network, of every part of the page. The app hands it in. */
export const AnewContext = createContext((): Promise<unknown> => Promise.resolve())

/** Asks once more, also where a try waits for a network. The page shows what comes; nobody waits for it. */
export function useAskAgain({ refetch }: Pick<PageQuery<unknown>, 'refetch'>): () => Promise<unknown> {
  const anew = useContext(AnewContext)
  return () => anew().then(() => void refetch({ cancelRefetch: false }))
}

/** A page that needs no query. */
export interface PlainPageProps extends PageFrame {
  query?: undefined
  children: ReactNode
  footer?: ReactNode
}

/** The shell of every page: heading, loading, empty, error with 重试, old data with 数据更新于, footer, live region, 长辈版. */
export function Page<T>(props: QueryPageProps<T> | PlainPageProps) {
  const elder = useContext(ElderModeContext)
  const own = useOwnId('p')
  const [instance] = useState(() => newInstance(own))
  const headingId = `${own}-title`
  useArrival(headingId, props.title)
  const { title, subtitle, onBack, notices = [], banner, announce } = props
  const goBack = useOnce(() => onBack?.())
  const blocked = notices.some(({ blocking }) => blocking)
  const titleHidden = props.titleHidden && !blocked
  const state = props.query ? pageState(props.query) : undefined
  const loading = !blocked && state?.kind === 'loading'
  return (
    <PageInstance.Provider value={instance}>
      <View className={`page-root${elder ? ' elder' : ''}`} {...aria({ role: 'main', busy: loading || undefined })}>
        <View className={titleHidden ? 'z-page-head z-page-head--bare' : 'z-page-head'}>
          {onBack && drawsBack ? (
            <View className="z-page-back" {...aria({ role: 'button', label: '返回' })} {...goBack.press}>
              <Icon name="back" />
            </View>
          ) : null}
          <View id={headingId} className={titleHidden ? 'z-spoken' : 'z-page-title'} {...aria({ role: 'heading', level: 1 })}>{title}</View>
          {subtitle ? <View className="z-page-subtitle">{subtitle}</View> : null}
        </View>
        <Boundary mark={props.query?.dataUpdatedAt}>
          <Content page={props} state={state} blocked={blocked}>
            <ServerNotices items={notices} />
            {banner}
          </Content>
        </Boundary>
        <Text className="z-spoken" {...aria({ role: 'status', live: 'polite' })}>{loading ? '加载中' : announce ?? ''}</Text>
        <Spoken />
        <PrivacySheet />
        <BackGuard page={own} />
      </View>
    </PageInstance.Provider>
  )
}

/** Where a page has nothing to show, trying again must not be all there is. */
function WaysOn({ back }: { back?: Act }) {
  return (
    <View className="z-center">
      {back ? <Button kind="text" inline onPress={back}>返回</Button> : null}
      <Button kind="text" inline onPress={goHome}>回首页</Button>
    </View>
  )
}

interface ContentProps<T> {
  page: QueryPageProps<T> | PlainPageProps
  state: PageState<T> | undefined
  blocked: boolean
  /** What stands above. */
  children: ReactNode
}

/** All that is drawn from data, so that what throws is caught around it and title and way back stay. */
function Content<T>({ page, state, blocked, children }: ContentProps<T>) {
  const asking = useContext(AskingContext)
  const shown = !page.query ? page.children : state ? <QueryBody page={page} state={state} /> : null
  const footer = blocked ? null : !page.query ? page.footer : state ? footerOf(page, state) : null
  return (
    <>
      <View className="z-page-body">
        {children}
        {blocked ? null : shown}
      </View>
      {footer || asking ? <View className="z-page-footer"><Asking />{footer}</View> : null}
    </>
  )
}

const isEmpty = <T,>({ empty, isEmpty: isIt }: QueryPageProps<T>, data: T): boolean => empty !== undefined && isIt !== undefined && isIt(data)

function footerOf<T>(page: QueryPageProps<T>, state: PageState<T>): ReactNode {
  if (state.kind !== 'ready' || isEmpty(page, state.data)) return null
  return typeof page.footer === 'function' ? page.footer(state.data) : page.footer
}

function QueryBody<T>({ page, state }: { page: QueryPageProps<T>; state: PageState<T> }) {
  const retry = { label: '重试', onPress: useAskAgain(page.query) }
  switch (state.kind) {
    case 'loading':
      return <>{page.skeleton ?? <Skeleton />}</>
    case 'offline':
      return (
        <View {...aria({ role: 'alert' })}>
          <Empty icon="warn" title="没有网络" detail="连上网络后会自动继续。" action={retry} />
          <WaysOn back={page.onBack} />
        </View>
      )
    case 'failed':
      return (
        <View {...aria({ role: 'alert' })}>
          <Empty icon="warn" title={state.words.title} detail={state.words.detail} action={retry} />
          <WaysOn back={page.onBack} />
          {state.words.requestId ? <View className="z-page-request">查询号 {state.words.requestId}</View> : null}
        </View>
      )
    case 'ready':
      return (
        <>
          {state.staleSince ? (
            <View className="z-page-stale">
              <Notice tone="warn" title={`数据更新于 ${state.staleSince}`} announce="polite">
                {state.staleZh ?? '暂时连不上。'}下面是上次的内容。
              </Notice>
              <Button kind="text" inline loading={page.query.isFetching && page.query.fetchStatus !== 'paused'} onPress={retry.onPress}>重试</Button>
            </View>
          ) : null}
          {page.empty && isEmpty(page, state.data) ? <Empty {...page.empty} /> : page.children(state.data)}
        </>
      )
    default:
      return state satisfies never
  }
}
