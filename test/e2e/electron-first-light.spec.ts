import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { openDemoOffice, type DemoOffice } from '../support/demo-office.ts'
import { caseFile, signInOn } from '../support/desk-page.ts'
import { closeStation, freshProfile, launchStation, whyNoElectron } from '../support/electron-app.ts'

const missing = whyNoElectron()
test.skip(missing !== undefined, missing ?? '')

let office: DemoOffice
const stations: { app: ElectronApplication; remove: () => void }[] = []
/** What a page was refused by its own content policy. */
let broken: string[]

test.beforeEach(async () => {
  broken = []
  office = await openDemoOffice()
})

test.afterEach(async () => {
  for (const { app, remove } of stations.splice(0)) {
    await closeStation(app)
    remove()
  }
  await office.end()
})

/** A station of its own for every officer, as in an office. */
async function openStation(windows: string): Promise<Record<'desk' | 'wall', Page | undefined>> {
  const { profile, remove } = freshProfile()
  const app = await launchStation({ profile, hub: office.url, windows })
  stations.push({ app, remove })
  await expect.poll(() => app.windows().length).toBe(windows.split(',').length)
  const pages = app.windows()
  for (const page of pages) {
    await page.waitForURL('app://centre/**')
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) broken.push(message.text())
    })
  }
  const ofKind = (kind: string) => pages.find((page) => page.url().includes(`window=${kind}`))
  return { desk: ofKind('desk'), wall: ofKind('wall') }
}

async function deskOf(username: string) {
  const { desk } = await openStation('desk')
  return signInOn(desk!, username)
}

test('an appeal goes from intake to closed in the windows of the app, by keyboard, and the wall counts along', async () => {
  test.setTimeout(180_000)
  const { desk, wall } = await openStation('desk,wall')
  const duty = await signInOn(desk!, 'duty.city')
  // Who signs in at the desk has opened the wall beside it as well.
  const received = () => wall!.locator('.wall-flow .wall-number-figure').first().innerText()
  await expect.poll(received).toMatch(/^\d+$/)
  const before = Number(await received())

  const { caseCode } = await office.handIn('街口路面塌坑')
  await expect.poll(async () => Number(await received())).toBeGreaterThan(before)
  await duty.open(caseCode)
  await duty.act('受理', 'a')
  await duty.done('受理')
  await duty.form('派单', 'p')
  await duty.page.keyboard.type('桃江县住建')
  await expect(duty.page.getByRole('option', { selected: true })).toContainText('桃江县住建局')
  await duty.press('Enter')
  await expect(caseFile(duty.page).getByText('前签收', { exact: false })).toBeVisible()
  await duty.press('Control+Enter')
  await expect(caseFile(duty.page)).toContainText('待签收')

  const unit = await deskOf('unit.county')
  await unit.open(caseCode)
  await unit.act('签收', 'q')
  await unit.done('签收')
  await unit.form('联系群众', 'l')
  await unit.press('1', 'Control+Enter')
  await unit.done('联系群众')
  await unit.form('提交答复', 's')
  await unit.press('1', 'Tab')
  await unit.page.keyboard.type('已回填压实并铺好路面，夜间加了灯。')
  await unit.press('Control+Enter')
  await expect(caseFile(unit.page)).toContainText('待审核')

  const director = await deskOf('director.city')
  await director.open(caseCode)
  await director.form('审核通过', 'p')
  await director.press('Control+Enter')
  await expect(caseFile(duty.page)).toContainText('回访中')

  await duty.form('回访', 'h')
  await duty.press('1', 'Tab', '1', 'Tab', '1', 'Control+Enter')
  await duty.done('回访')
  await duty.act('销号', 'e')
  await expect(caseFile(duty.page)).toContainText('已销号', { timeout: 20_000 })
  expect(broken).toEqual([])
})

test('a hub that is killed and started again heals both windows of the app by itself, and everything is as it was', async () => {
  test.setTimeout(180_000)
  const { desk, wall } = await openStation('desk,wall')
  const duty = await signInOn(desk!, 'duty.city')
  const { caseCode } = await office.handIn('河堤护栏断了一截')
  await duty.open(caseCode)
  await duty.act('受理', 'a')
  await duty.done('受理')
  const figure = () => wall!.locator('.wall-flow .wall-number-figure').first().innerText()
  await expect.poll(figure).toMatch(/[1-9]/)

  await office.kill()
  await expect(desk!.getByText('枢纽失联', { exact: false }).first()).toBeVisible({ timeout: 30_000 })
  await expect(wall!.getByText('停更', { exact: false }).first()).toBeVisible({ timeout: 30_000 })
  // What was true then stays in sight, and never becomes nothing.
  const before = Number(await figure())
  expect(before).toBeGreaterThan(0)

  await office.startAgain()
  await expect(desk!.getByText('枢纽失联', { exact: false })).toHaveCount(0, { timeout: 40_000 })
  await expect(wall!.getByText('停更', { exact: false })).toHaveCount(0, { timeout: 40_000 })
  await expect(caseFile(desk!)).toContainText(caseCode.slice(-4))
  await expect(caseFile(desk!)).toContainText('待派单')
  expect(Number(await figure())).toBeGreaterThanOrEqual(before)
  await duty.form('派单', 'p')
  expect(broken).toEqual([])
})
