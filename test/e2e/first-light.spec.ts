import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { caseFile, signedIn } from '../support/desk-page.ts'
import { startHubProcess, type HubProcess } from '../support/hub-process.ts'

let folder = ''
let hub: HubProcess

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-first-light-'))
  hub = await startHubProcess(folder, ['--demo', '--demo-cases', '60'])
})
test.afterAll(async () => {
  await hub.end()
  rmSync(folder, { recursive: true, force: true })
})

/** A program hands in an appeal, as 12345 does. */
async function handIn(title: string): Promise<{ id: string; caseCode: string; trackingCode: string }> {
  const response = await fetch(`${hub.url}/api/v1/appeals`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer demo-intake-key',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      channel: 'hotline12345',
      kind: 'complaint',
      title,
      text: '我叫王建国，电话13812345678，小区门口的路灯坏了十天，老人晚上不敢出门。',
      citizen: { name: '王建国', phone: '13812345678' },
      divisionCode: '430922112006',
      category: '城乡建设/城市建设和市政管理',
    }),
  })
  expect(response.status).toBe(201)
  return (await response.json()) as { id: string; caseCode: string; trackingCode: string }
}

test('an appeal goes from the hotline to closed by keyboard alone, each officer in his own window', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { caseCode, trackingCode } = await handIn('小区门口路灯坏了十天')
  const duty = await signedIn(browser, hub.url, 'duty.city')
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

  const unit = await signedIn(browser, hub.url, 'unit.county')
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

  const director = await signedIn(browser, hub.url, 'director.city')
  await director.open(caseCode)
  await director.form('审核通过', 'p')
  await director.press('Control+Enter')
  await expect(caseFile(director.page)).toContainText('回访中')

  // The duty officer's window was never reloaded: it saw all of it. So does the resident.
  await expect(caseFile(duty.page)).toContainText('回访中')
  const resident = await signedOutPage(browser, `${hub.url}/r/#${trackingCode}`)
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
