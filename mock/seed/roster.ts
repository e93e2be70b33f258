import { cleanIdNumber, cleanPhone } from '@/domain/cleaners'
import { cleanName } from '@/domain/names'

/** What a unit's roster says of a person, as people typed it. */
export interface RosterRow {
  name: string
  idNo: string | null
  mobile: string
}

/** The row as it is kept: sign-in, entry desk and insurance find the person by these, whatever the roster looks like. */
export const cleanRow = <T extends RosterRow>(row: T): T => ({
  ...row,
  name: cleanName(row.name),
  idNo: row.idNo === null ? null : cleanIdNumber(row.idNo),
  mobile: cleanPhone(row.mobile),
})
