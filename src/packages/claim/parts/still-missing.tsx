import type { Claim } from '@/contract/schemas/claim'
import { go } from '@/platform/navigation'
import { routes } from '@/routes'
import { Anchor, Cell, CellGroup, Notice } from '@/ui'
import { addressOfPart } from '../model/addresses'
import { lostId, missingId, UPLOADING, type Submit } from '../model/submit'
import { texts } from '../texts'
import { LostFile } from './lost-file'
import '../claim.scss'

const t = texts.check

/** What the server still misses, each line leading to where it is put right; or that nothing is missing. */
export function StillMissing({ claimId, submit }: { claimId: string; submit: Submit }) {
  const { missing, uploading, consent, papers, problems } = submit
  const { lost } = papers.standing
  const open = (part: Claim['missing'][number]['part']) => () => go(part === 'consents' ? routes.consents : addressOfPart(part, claimId, 'check'))
  // Nothing is «complete» beside a list of what is to be put right.
  if (missing.length === 0 && uploading === 0 && lost.length === 0) return consent.asked.length === 0 && problems.length === 0 ? <Notice tone="success">{t.complete}</Notice> : null
  return (
    <>
      {missing.length > 0 || uploading > 0 ? (
        <CellGroup title={t.missing}>
          {missing.map(({ part, textZh }, index) => (
            <Anchor key={`${part} ${textZh}`} className="claim-line" id={missingId(index)}><Cell icon="warn" title={textZh} onPress={open(part)} /></Anchor>
          ))}
          {uploading > 0 ? <Anchor className="claim-line" id={UPLOADING}><Cell icon="clock" title={t.uploading(uploading)} onPress={open('papers')} /></Anchor> : null}
        </CellGroup>
      ) : null}
      {lost.map((file, index) => (
        <Anchor key={file.clientRef} id={lostId(index)}>
          <LostFile file={file} action={{ label: texts.lost.again, onPress: open('papers') }} further={{ label: texts.lost.leaveOut, onPress: () => papers.leaveOut(file) }} />
        </Anchor>
      ))}
      {papers.removeFailedZh ? <Notice tone="warn" announce="assertive">{papers.removeFailedZh}</Notice> : null}
    </>
  )
}
