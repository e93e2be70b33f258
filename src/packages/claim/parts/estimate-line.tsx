import { useState } from 'react'
import type { Calculation } from '@/contract/schemas/claim'
import { Cell, CellGroup, Money, Sheet } from '@/ui'
import { texts } from '../texts'
import { EstimateCard } from './estimate-card'

const t = texts.estimate

/** The estimate in one line; a tap opens the working and the picture of the bill. */
export function EstimateLine({ calculation }: { calculation: Calculation }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <CellGroup><Cell icon="shield" title={t.title} detail={t.see} value={<Money fen={calculation.amountFen} />} onPress={() => setOpen(true)} /></CellGroup>
      <Sheet id="estimate" open={open} title={t.working} onClose={() => setOpen(false)}>
        <EstimateCard calculation={calculation} />
      </Sheet>
    </>
  )
}
