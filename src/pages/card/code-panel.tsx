import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import type { Card as MemberCard } from '@/contract/schemas/member'
import { useQr } from '@/platform/qr-picture'
import { aria, Badge, Card, Countdown, imageProps, Notice, press, Said, usePageId } from '@/ui'
import { useCardCode, type CardCode } from './card-code'
import { FullScreen } from './full-screen'
import { texts } from './texts'

type Valid = Extract<CardCode, { kind: 'code' }>

const LOOK = { cell: 6, level: 'L' } as const

/** `onOpen`: a tap on the code enlarges it. The seconds stand beside that button, not in it: its name must not change with them. */
function Code({ code: { text }, onOpen }: { code: Valid; onOpen?: () => void }) {
  const id = usePageId('enlarge')
  const { url, failedZh, retry } = useQr(text, LOOK)
  if (failedZh !== null) return <NoCode title={texts.noCode} retry={retry}>{texts.noCodeDetail(failedZh)}</NoCode>
  const picture = <View className="card-code">{url ? <Image className="card-qr" src={url} {...imageProps(texts.codeLabel)} /> : null}</View>
  if (!onOpen) return picture
  return (
    <View className="card-open" {...aria({ id, role: 'button', label: texts.enlarge })} {...press(onOpen)}>
      {picture}
      <View className="z-small z-center">{texts.enlarge}</View>
    </View>
  )
}

const Left = ({ code: { until, now, onEnd } }: { code: Valid }) => <View className="z-center"><Countdown until={until} now={now} onEnd={onEnd} words={texts.countdown} /></View>

const NoCode = ({ title, retry, children }: { title: string; retry: () => void; children: string }) => (
  <Notice tone="warn" title={title} announce="polite" action={{ label: texts.retry, onPress: retry }}>{children}</Notice>
)

function Turning({ code, onOpen }: { code: CardCode; onOpen?: () => void }) {
  switch (code.kind) {
    case 'code':
      return (
        <>
          <Code code={code} onOpen={onOpen} />
          <Left code={code} />
          {code.drifts ? <Said className="z-small z-center">{texts.drifts}</Said> : null}
        </>
      )
    case 'loading':
      return <Said className="card-code z-small">{texts.codeLoading}</Said>
    case 'clock':
      return <NoCode title={texts.clockOff} retry={code.retry}>{texts.clockOffDetail}</NoCode>
    case 'expired':
      return <NoCode title={texts.codesOut} retry={code.retry}>{texts.codesOutDetail}</NoCode>
    case 'none':
      return <NoCode title={texts.noCode} retry={code.retry}>{texts.noCodeDetail(code.detail)}</NoCode>
    default:
      return code satisfies never
  }
}

/** Whose card it is, the code that changes every minute and the number below it; a tap enlarges them. */
export function CodePanel({ card: { memberNo, nameMasked, unionZh, statusZh, active } }: { card: MemberCard }) {
  const code = useCardCode()
  const [full, setFull] = useState(false)
  const number = (
    <View className="card-number">
      <View className="z-small">{texts.memberNo}</View>
      <View className="card-no z-digits">{memberNo}</View>
    </View>
  )
  if (full) return <FullScreen onClose={() => setFull(false)}><Turning code={code} />{number}</FullScreen>
  return (
    <Card kind="accent" title={nameMasked} extra={<Badge tone={active ? 'success' : 'warn'}>{statusZh}</Badge>}>
      <View className="z-small">{unionZh}</View>
      <Turning code={code} onOpen={() => setFull(true)} />
      {number}
    </Card>
  )
}
