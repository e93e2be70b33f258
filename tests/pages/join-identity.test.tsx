import { fireEvent, screen } from '@testing-library/react'
import { idDocumentChoice, idDocumentZh } from '@/domain/id-document'
import { identityTexts as i } from '@/packages/gift/identity-texts'
import { joinTexts as j } from '@/packages/gift/texts'
import { texts as mine } from '@/pages/mine/texts'
import { routes } from '@/routes'
import { pickDate, type } from '@tests/builders/claim-app'
import { button, renderApp } from '@tests/setup/render-app'

test('joining with a pass of Hong Kong: birth and sex are asked for, each mistake in its own words, a name beyond the BMP', async () => {
  const app = await renderApp({ as: 'overseas', at: routes.join })
  fireEvent.click(await button(j.submit))
  expect(await screen.findAllByText(i.typeMissing)).toHaveLength(2)
  await type(i.name, '欧阳·𠮷琳')
  fireEvent.click(screen.getByRole('radio', { name: idDocumentZh.MAINLAND_ID }))
  expect(screen.queryByRole('radio', { name: i.female })).toBeNull()
  fireEvent.click(await button(idDocumentChoice.usual.more))
  fireEvent.click(screen.getByRole('radio', { name: idDocumentZh.HK_MACAO_PASS }))
  await type(i.number, '12345678')
  fireEvent.click(screen.getByRole('radio', { name: '美团' }))
  for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box)
  fireEvent.click(await button(j.submit))
  expect((await screen.findAllByText(/通行证号码是H\（香港\）或M\（澳门\）加8位数字/))[0]).toBeVisible()
  expect(screen.getAllByText(i.birthMissing)).toHaveLength(2)
  await type(i.number, 'h 1234 5678')
  await pickDate(i.birth, '1994-08-23')
  fireEvent.click(screen.getByRole('radio', { name: i.female }))
  // Killed before it is sent: what was typed is there again.
  await app.relaunch(routes.join)
  expect(await screen.findByRole('textbox', { name: i.name })).toHaveValue('欧阳·𠮷琳')
  for (const box of [screen.getByRole('radio', { name: '美团' }), ...screen.getAllByRole('checkbox')]) expect(box).toBeChecked()
  fireEvent.click(await button(j.submit))
  await screen.findByText(j.approved)
  await app.relaunch(routes.mine)
  expect(await screen.findByText(mine.idNo(idDocumentZh.HK_MACAO_PASS, 'H*******8'))).toBeVisible()
})

test('of a document that is not known the reason and the way on are said, and what was typed stays', async () => {
  await renderApp({ as: 'overseas', at: routes.join })
  await type(i.name, '欧阳·𠮷琳')
  fireEvent.click(await button(idDocumentChoice.usual.more))
  fireEvent.click(screen.getByRole('radio', { name: idDocumentZh.RESIDENCE_PERMIT }))
  await type(i.number, '810000199408234049')
  fireEvent.click(screen.getByRole('radio', { name: '美团' }))
  for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box)
  fireEvent.click(await button(j.submit))
  expect(await screen.findByText(/姓名和证件号码没有核对上/)).toBeVisible()
  expect(screen.getByRole('textbox', { name: i.number })).toHaveValue('810000199408234049')
})
