/**
 * Taro's WeChat templates write a fixed list of attributes and know no aria-*, so roles and names would never reach the phone.
 * This adds those of src/ui/aria-attributes.json to the templates, and aria-runtime.weapp.ts to the start of the app: both must
 * agree, because Taro shortens attribute names by their place in that list.
 */
import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import attributes from '../src/ui/aria-attributes.json'

interface Platform {
  platform: string
  runtimePath: string | string[]
  template: { mergeComponents(ctx: IPluginContext, components: Record<string, Record<string, string>>): void }
}

export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => {
      if (platform.platform !== 'weapp') return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, '../src/ui/aria-runtime.weapp.ts')].flat()
    },
  })
}
