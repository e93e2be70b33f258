import { Component, createContext, useContext, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './a11y'
import { Button } from './button'
import { ElderModeContext } from './elder-mode'
import { Empty } from './empty'

/** What whoever stands before content that cannot be drawn may do; the app hands it in. Each hands its promise back. */
export interface WaysOut {
  /** Asks the server again for everything at hand: what threw may be any part's, and that part is not there to ask. */
  renew(): unknown
  home(): unknown
  /** Throws away kept answers, and nothing that was typed or waits to be sent; then home. */
  clear(): unknown
}
export const WaysOutContext = createContext<Partial<WaysOut>>({})

export interface BoundaryProps {
  children?: ReactNode
  /** Another mark, another try: the moment of the data. */
  mark?: unknown
  /** Stands in place of a whole page: brings a heading. */
  whole?: boolean
}

/** Content that throws while it is drawn becomes words and ways out. Around the content of every page, and around every page. */
export class Boundary extends Component<BoundaryProps, { failed: boolean }> {
  state = { failed: false }
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }
  componentDidUpdate({ mark }: BoundaryProps): void {
    if (this.state.failed && mark !== this.props.mark) this.again()
  }
  again = (): void => this.setState({ failed: false })
  render(): ReactNode {
    const { children, whole } = this.props
    return this.state.failed ? <Broken again={this.again} whole={whole} /> : children
  }
}

function Broken({ again, whole }: Pick<BoundaryProps, 'whole'> & { again: () => void }) {
  const { renew, home, clear } = useContext(WaysOutContext)
  const elder = useContext(ElderModeContext)
  // What fails is said by the words that stand here again.
  const then = (step: (() => unknown) | undefined) => (): Promise<void> => Promise.resolve().then(step).catch(() => undefined).then(again)
  const words = (
    <View className="z-page-body" {...aria({ role: 'alert' })}>
      <Empty icon="warn" title="这里没能显示出来" detail="您填写的和等着上传、登记的都在。清除本机缓存后也在，会员卡和活动资料要联网重取。" action={{ label: '重试', onPress: then(renew) }} />
      <Button kind="text" onPress={then(home)}>回首页</Button>
      <Button kind="text" onPress={then(clear)}>清除本机缓存</Button>
    </View>
  )
  if (!whole) return words
  return (
    <View className={elder ? 'page-root elder' : 'page-root'} {...aria({ role: 'main' })}>
      <View className="z-page-head"><View className="z-page-title" {...aria({ role: 'heading', level: 1 })}>掌上办</View></View>
      {words}
    </View>
  )
}
