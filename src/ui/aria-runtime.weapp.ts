/** Adds the aria attributes to Taro's table of attributes at run time; loaded before everything by config/aria-plugin.ts, which adds the same to the templates. */
import { mergeInternalComponents } from '@tarojs/shared'
import attributes from './aria-attributes.json'

mergeInternalComponents(attributes)
