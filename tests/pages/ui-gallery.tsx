/** Every primitive once, in states that pages use: for the accessibility test, and to look at while styling. */
import { useState } from 'react'
import {
  Badge, BillSplit, Button, Card, Cell, CellGroup, Check, Choice, Countdown, DateField, Empty, Entries, ErrorSummary, Facts, Field, kinds, FileTile, Icon, MoneyField, Money, Notice, Page, Ring, Said,
  SampleBadge, Sheet, SignaturePad, Skeleton, Steps, SwitchRow, TextArea, Timeline,
} from '@/ui'

const noop = () => undefined
/** Midnight of the mock world, frozen. */
export const NOW = Date.parse('2026-11-23T10:00:00+08:00')

export const EVENTS = [
  { id: '1', titleZh: '已提交', atZh: '11月23日 10:00', whoZh: '您', tone: 'success', detailZh: '材料已全部收到' },
  { id: '2', titleZh: '人工审核', atZh: '预计 11月26日', whoZh: '代办处', tone: 'info', current: true, detailZh: '您无需操作' },
  { id: '3', titleZh: '银行退回', atZh: '11月27日', whoZh: '银行', tone: 'warn', detailZh: '户名不一致，请更新银行卡' },
  { id: '4', titleZh: '到账', tone: 'neutral' },
] as const

export function Gallery({ sheet = false }: { sheet?: boolean }) {
  const [ticked, setTicked] = useState(false)
  const [cause, setCause] = useState<'illness' | 'accident'>()
  const [open, setOpen] = useState(sheet)
  const [text, setText] = useState('37000')
  return (
    <Page title="发起申领" subtitle="工会二次医保" onBack={noop} footer={<Button onPress={noop}>提交申领</Button>} banner={<Notice tone="warn" title="系统维护">今晚 22:00 至 24:00 暂停拨付查询。</Notice>}>
      <ErrorSummary problems={[{ fieldId: 'hospital', message: '请填写住院的医院' }, { fieldId: 'total', message: '总费用应等于各项之和' }]} />
      <Steps steps={['选择保障', '住院与费用', '上传材料', '核对']} current={2} />
      <Card title="工会二次医保" icon="shield" kind="accent" extra={<Badge tone="success">保障中</Badge>}>
        <Ring fraction={0.94} figure="342" unit="天" label="保障还有 342 天" />
        <Money size="figure" label="核定互助金" fen={800000} tone="red" />
        <Money fen={200000} /> <SampleBadge />
      </Card>
      <Entries items={[{ icon: 'scan', label: '扫一扫', onPress: noop }, { icon: 'gift', label: '领取保障', onPress: noop }, { icon: 'claim', label: '发起申领', onPress: noop }, { icon: 'progress', label: '发放进度', onPress: noop }]} />
      <Card title="核对"><Facts items={[{ label: '医院', value: '广州市第一人民医院', onChange: noop }, { label: '住院日期', value: '2026-12-24 至 2027-01-02', onChange: noop }, { label: '受理号', value: 'SL20261123000001' }]} /></Card>
      <Card title="待办" onPress={noop}>请补齐 2 项材料</Card>
      <Field id="hospital" kind={kinds.words} label="医院" value="" onChange={noop} error="请填写住院的医院" hint="与出院小结上的名称一致" />
      <MoneyField id="total" label="总费用" value={text} onChange={setText} />
      <TextArea id="grounds" label="哪里不对，为什么" hint="写清楚您认为不对的地方" value="" maxLength={1000} onChange={noop} error="请写明理由" />
      <SignaturePad id="pad" label="签名处，请用手指写姓名" hint="请在这里签名" clear="重写" strokes={[[[100, 100], [900, 900]]]} onDraw={noop} error="请先签名" />
      <DateField id="admitted" label="入院日期" value="2026-12-24" onChange={noop} max="2026-12-31" />
      <Choice id="cause" label="住院原因" value={cause} onChange={setCause} options={[{ value: 'illness', label: '疾病' }, { value: 'accident', label: '意外', detail: '跌伤、交通事故等' }]} />
      <Check id="c3" label="我同意上传医疗材料用于本次审核" checked={ticked} onChange={setTicked} />
      <CellGroup title="我的">
        <Cell icon="bank" title="银行卡" detail="工商银行 尾号1234" value={<Badge tone="success">已验证</Badge>} onPress={noop} />
        <Cell icon="phone" title="服务热线" value="12351" />
        <SwitchRow label="长辈版" detail="字更大，内容更少" checked={false} onChange={noop} />
      </CellGroup>
      <Notice tone="info">在免责期内住院不能申领。</Notice>
      <Said className="z-center">没有符合的计划</Said>
      <Notice tone="success" title="已保存">可以稍后继续。</Notice>
      <Notice tone="action" title="等您确认" action={{ label: '去确认', onPress: noop }} further={{ label: '以后再说', onPress: noop }} />
      <Card title="费用怎么分担"><BillSplit title={null} totalFen={3700000} pooledFen={2700000} inScopeSelfPayFen={1000000} benefitFen={800000} ownFen={200000} /></Card>
      <Card title="进度"><Timeline label="申领进度" items={EVENTS} /></Card>
      <Card title="材料">
        <FileTile name="出院小结 第1张" state={{ kind: 'waiting' }} onRemove={noop} />
        <FileTile name="出院小结 第2张" state={{ kind: 'sending', percent: 45 }} onRemove={noop} />
        <FileTile name="收费票据" state={{ kind: 'received' }} onRemove={noop} />
        <FileTile name="医保结算单" state={{ kind: 'failed', reason: '照片太大' }} onRetry={noop} onRemove={noop} />
      </Card>
      <Card title="动态码"><Countdown until={NOW + 42_000} now={() => NOW} words={(s) => `${s} 秒后更新`} /> <Icon name="clock" tone="soft" /></Card>
      <Button kind="secondary" icon="camera" onPress={noop}>拍照</Button>
      <Button kind="danger" onPress={noop}>撤回申领</Button>
      <Button loading onPress={noop}>提交申领</Button>
      <Button id="blocked" disabled disabledReason="请先勾选同意" onPress={noop}>确认领取</Button>
      <Button kind="text" inline onPress={() => setOpen(true)}>查看条款</Button>
      <Empty title="还没有申领" detail="出院后可在这里发起。" action={{ label: '发起申领', onPress: noop }} />
      <Skeleton cards={1} />
      <Sheet id="clause" open={open} title="示例条款" onClose={() => setOpen(false)} footer={<Button onPress={() => setOpen(false)}>知道了</Button>}>保障期自受理次日零时起。</Sheet>
    </Page>
  )
}
