import { expect, test } from '@playwright/test'
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts'
import { caseFile, signedIn } from '../support/desk-page.ts'

let office: DemoOffice

test.beforeAll(async () => {
  office = await openDemoOffice()
})
test.afterAll(async () => {
  await office.end()
})

test('an appeal goes from the hotline to closed by keyboard alone, each officer in his own window', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { caseCode, trackingCode } = await office.handIn('小区门口路灯坏了十天')
  const duty = await signedIn(browser, office.url, 'duty.city')
  await duty.open(caseCode)
  await expect(caseFile(duty.page)).toContainText('138****5678')
  await expect(caseFile(duty.page)).not.toContainText('13812345678')

  await duty.act('受理', 'a')
  await duty.done('受理')
  await duty.form('派单', 'p')
  await duty.page.keyboard.type('桃江县住建')
  await expect(duty.page.getByRole('option', { selected: true })).toContainText('桃江县住建局')
  await duty.press('Enter')
  await expect(caseFile(duty.page).getByText('前签收', { exact: false })).toBeVisible()
  await duty.press('Control+Enter')
  await expect(caseFile(duty.page)).toContainText('待签收')

  const unit = await signedIn(browser, office.url, 'unit.county')
  await unit.open(caseCode)
  await unit.act('签收', 'q')
  await unit.done('签收')
  await unit.form('联系群众', 'l')
  await unit.press('1', 'Control+Enter')
  await unit.done('联系群众')
  await unit.form('提交答复', 's')
  await unit.press('1', 'Tab')
  await unit.page.keyboard.type('已更换灯头两盏，今晚起正常亮灯。')
  await unit.press('Control+Enter')
  await expect(caseFile(unit.page)).toContainText('待审核')

  const director = await signedIn(browser, office.url, 'director.city')
  await director.open(caseCode)
  await director.form('审核通过', 'p')
  await director.press('Control+Enter')
  await expect(caseFile(director.page)).toContainText('回访中')

  // The duty officer's window was never reloaded: it saw all of it. So does the resident.
  await expect(caseFile(duty.page)).toContainText('回访中')
  const resident = await signedOutPage(browser, `${office.url}/r/#${trackingCode}`)
  await expect(resident.getByText('已更换灯头两盏', { exact: false })).toBeVisible()

  await duty.form('回访', 'h')
  await duty.press('1', 'Tab', '1', 'Tab', '1', 'Control+Enter')
  await duty.done('回访')
  await duty.act('销号', 'e')
  await expect(caseFile(duty.page)).toContainText('已销号', { timeout: 20_000 })
  for (const desk of [duty, unit, director]) await desk.close()
  await resident.context().close()
})

async function signedOutPage(browser: Parameters<typeof signedIn>[0], url: string) {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await page.goto(url)
  return page
}
