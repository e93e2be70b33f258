import { View } from '@tarojs/components'
import { Button } from './button'
import type { Act } from './once'

const KEPT_ZH = '填写的内容和等着上传、登记的都会保留，也不用重新登录。会员卡和活动资料下次联网时重新取。'

/** The last way out of what cannot be drawn; loaded when something could not (boundary.tsx). */
export function ClearCache({ onPress }: { onPress: Act }) {
  return (
    <>
      <Button kind="text" onPress={onPress}>清除本机缓存</Button>
      <View className="z-small">清除本机缓存：{KEPT_ZH}</View>
    </>
  )
}
