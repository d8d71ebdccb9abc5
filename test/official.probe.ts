import { execFileSync } from 'node:child_process'
import { formById } from '../shared/form/forms.ts'
import { ClosedSections } from './harness/closedSections.ts'
import { Gate } from './harness/gate.ts'
import { World } from './harness/world.ts'
const form = formById('2024')!
const world = await World.begin()
const out = '/tmp/shots-official'
const sleep = (ms: number) => new Promise(r => setTimeout(r, ms))
const status = async (p: any) => (await p.locator('[data-state]').allInnerTexts()).join(' | ').replace(/\s+/g, ' ')
const shots = async (p: any, name: string) => {
  const v = p.viewportSize()
  for (const scheme of ['light', 'dark'] as const) {
    await p.emulateMedia({ colorScheme: scheme })
    for (const [w, h] of [[1440, 900], [1024, 768], [390, 844]] as const) {
      if (process.env.ONLY && !process.env.ONLY.includes(String(w))) continue
      await p.setViewportSize({ width: w, height: h }); await sleep(120)
      await p.screenshot({ path: `${out}/${name}-${w}-${scheme}.png` })
    }
  }
  await p.emulateMedia({ colorScheme: 'light' }); await p.setViewportSize(v)
}
const write = async (p: any, s: string, words: string) => { await p.locator(`#${s} .richText`).click(); await p.keyboard.press('End'); await p.keyboard.type(words, { delay: 8 }) }
/** Records everything that live regions say. */
const listen = (p: any) => p.evaluate(() => {
  const w = window as any; w.said = []
  new MutationObserver(() => {
    for (const e of document.querySelectorAll('[role=status],[role=alert],[aria-live]')) {
      const t = (e.textContent ?? '').trim(); const k = e as any
      if (t && k.lastSaid !== t) w.said.push(`${Math.round(performance.now())} ${t}`); k.lastSaid = t
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
})
const heard = async (p: any) => { const s = await p.evaluate(() => (window as any).said.splice(0)); return s }
const limit = (b: string) => execFileSync('prlimit', [`--pid=${world.server.pid}`, `--fsize=${b}:unlimited`])
const focus = (p: any) => p.evaluate(() => { const e = document.activeElement as HTMLElement; return `${e.tagName}.${e.className} ${e.getAttribute('aria-label') ?? ''} in #${e.closest('[id]')?.id} y=${Math.round(e.getBoundingClientRect().top)}` })
const step = async (name: string, f: () => Promise<void>) => { console.log('\n## ' + name); try { await f() } catch (e) { console.log('FAULT', String(e).slice(0, 600)) } }
const only = process.env.STEPS?.split(',')
const want = (s: string) => !only || only.includes(s)
const karim = await world.seat('karim')
const id = await world.newApplication(karim, '2024', 'Heby stegvis')
await karim.open(id)
const gate = await Gate.before(world.server.origin)

if (want('stop')) await step('stop', async () => {
  const anna = await world.seat('anna'); await anna.open(id); await listen(anna.page)
  await write(anna.page, 'background', 'Före. '); await write(karim.page, 'purpose', 'Karim. '); await anna.saved()
  await Promise.all([world.server.stop(), anna.page.keyboard.type('Medan den stoppas. ', { delay: 30 }).then(() => {})])
  await anna.page.locator('#background .richText').click(); await anna.page.keyboard.press('End'); await anna.page.keyboard.type('Utan kontakt. ')
  console.log('soon', await status(anna.page)); await sleep(6500)
  console.log('6s', await status(anna.page)); await shots(anna.page, 'stop')
  console.log('focus', await focus(anna.page))
  await world.server.restart(); await anna.saved(); await sleep(1500)
  console.log('after', await status(anna.page), await focus(anna.page)); console.log(await heard(anna.page))
  await anna.page.screenshot({ path: `${out}/stop-back.png` })
  await anna.context.close()
})
if (want('disk')) await step('disk', async () => {
  const anna = await world.seat('anna'); await anna.open(id); await listen(anna.page); await listen(karim.page)
  limit('0'); await write(anna.page, 'background', 'Full disk. '); await write(karim.page, 'purpose', 'Full disk hos Karim. ')
  await sleep(5000); console.log(await status(anna.page), '///', await status(karim.page)); await shots(anna.page, 'disk')
  limit('unlimited'); await anna.saved(); await karim.saved(); await sleep(1500)
  console.log('healed', await status(anna.page)); console.log(await heard(anna.page), await heard(karim.page)); console.log('focus', await focus(anna.page))
  await anna.page.screenshot({ path: `${out}/disk-back.png` }); await anna.context.close()
})
if (want('blocked')) await step('blocked', async () => {
  gate.let('noSockets'); const anna = await world.seat('anna', undefined, gate.origin); const t = Date.now(); await anna.open(id); console.log('open ms', Date.now() - t); await listen(anna.page)
  await write(anna.page, 'background', 'Bakom en mur skriver jag ett helt stycke om samverkan. ')
  console.log(await status(anna.page)); const s = Date.now(); await anna.saved(); console.log('saved after', Date.now() - s)
  const k = Date.now(); await karim.page.locator('#purpose .richText').click(); await karim.page.keyboard.press('End'); await karim.page.keyboard.type('XYZ1')
  await anna.page.locator('#purpose').getByText('XYZ1').waitFor(); console.log('K to A ms', Date.now() - k)
  await anna.page.locator('#purpose .otherCaret').waitFor({ state: 'attached' }); console.log('presence ok', Date.now() - k)
  await sleep(8000); console.log('8s', await status(anna.page)); await shots(anna.page, 'blocked'); console.log(await heard(anna.page)); await anna.context.close(); gate.let('open')
})
if (want('refused')) await step('refused', async () => {
  const anna = await world.seat('anna')
  await karim.saved()
  const sections = await ClosedSections.before(anna.page, form, await world.state(karim, id)); await anna.open(id); await listen(anna.page)
  await write(anna.page, 'background', ' Innan.'); await anna.saved(); console.log('focus before', await focus(anna.page))
  sections.closed.add('background')
  await anna.page.keyboard.type(' Det här avsnittet är stängt men jag skriver ett stycke ändå.', { delay: 15 })
  await anna.page.getByRole('region', { name: 'Räddad text' }).first().waitFor(); 
  await anna.page.screenshot({ path: `${out}/refused-now.png` })
  await shots(anna.page, 'refused'); console.log('focus', await focus(anna.page)); console.log(await heard(anna.page)); console.log(await anna.page.getByRole('region', { name: 'Räddad text' }).allInnerTexts())
  await sleep(2000); console.log(await status(anna.page))
  // keyboard only from here
  sections.closed.clear(); await anna.page.keyboard.press('Tab'); console.log('tab', await focus(anna.page)); await anna.page.keyboard.press('Enter'); await anna.saved(); await sleep(1500)
  console.log('put back', await heard(anna.page), 'focus', await focus(anna.page), await anna.page.locator('#background .richText').innerText(), 'boxes', await anna.page.getByRole('region', { name: 'Räddad text' }).count())
  await anna.page.screenshot({ path: `${out}/refused-put-back.png` })
  // other section while typing elsewhere
  await write(anna.page, 'background', ' A'); sections.closed.add('background'); await anna.page.keyboard.type('BC'); await anna.page.locator('#purpose .richText').click(); await anna.page.keyboard.type('Hela den här meningen skriver jag i syftet medan sidan öppnas om, bokstav för bokstav.', { delay: 25 })
  await sleep(2500); console.log('elsewhere focus', await focus(anna.page)); console.log(await anna.page.locator('#purpose .richText').innerText()); console.log(await heard(anna.page)); await anna.page.screenshot({ path: `${out}/refused-elsewhere.png` })
  await anna.context.close()
})
if (want('eleven')) await step('eleven', async () => {
  const anna = await world.seat('anna'); await anna.open(id)
  for (let i = 0; i < 9; i += 1) { const p = await anna.context.newPage(); await p.goto(`/ansokningar/${id}`); await p.locator('article[aria-busy="false"]').waitFor() }
  const p = await anna.context.newPage(); await p.goto(`/ansokningar/${id}`); await sleep(4000); console.log('11th', await status(p)); console.log((await p.locator('main').innerText()).slice(0, 500)); await shots(p, 'eleven')
  await p.setViewportSize({ width: 1280, height: 900 })
  console.log('10th others', await status(anna.page)); await anna.context.pages()[1]!.close(); 
  const b = p.getByRole('button', { name: 'Ladda om sidan' }); console.log('reload button', await b.count()); if (await b.count()) { await b.click(); await sleep(3000); console.log(await status(p)) }
  await anna.context.close()
})
if (want('signout')) await step('signout', async () => {
  gate.let('open'); const anna = await world.seat('anna', undefined, gate.origin); await anna.open(id); await anna.page.locator('#background .richText').click(); await anna.saved()
  const other = await anna.context.newPage(); await other.goto('/'); await sleep(1500); await listen(anna.page); await listen(other)
  gate.let('held'); await anna.page.bringToFront(); await write(anna.page, 'background', 'Osparat vid utgång. '); await sleep(300)
  await other.bringToFront(); await other.screenshot({ path: `${out}/signout-list.png` })
  const outB = other.getByRole('button', { name: /gå ut|logga ut/i }); console.log('out buttons', await outB.count()); await outB.first().click(); await sleep(1500)
  await shots(other, 'signout-other'); console.log('other', (await other.locator('body').innerText()).slice(0, 600))
  const dlg = other.getByRole('dialog'); if (await dlg.count()) { console.log('dialog', await dlg.innerText()); await dlg.getByRole('button').allInnerTexts().then(t => console.log(t)); const go = dlg.getByRole('button', { name: /gå ut/i }); if (await go.count()) await go.last().click(); await sleep(2000) }
  console.log('anna tab', await status(anna.page)); await anna.page.bringToFront(); await shots(anna.page, 'signout-tab'); console.log(await heard(anna.page)); gate.let('open'); await anna.context.close()
})
if (want('close')) await step('close', async () => {
  const anna = await world.seat('anna'); await anna.open(id); await write(anna.page, 'background', 'SISTAORDET'); await anna.page.close()
  await sleep(1500); const p = await anna.context.newPage(); await p.goto(`/ansokningar/${id}`); await p.locator('article[aria-busy="false"]').waitFor(); await sleep(1000); console.log('there', (await p.locator('#background .richText').innerText()).includes('SISTAORDET')); await anna.context.close()
})
if (want('night')) await step('night', async () => {
  gate.let('open'); const anna = await world.seat('anna', undefined, gate.origin); await anna.page.clock.install(); await anna.open(id); await listen(anna.page); await write(anna.page, 'background', 'Kväll. '); 
  gate.let('shut'); await anna.context.setOffline(true); await anna.page.keyboard.type('Locket stängs.'); await sleep(800); await anna.page.clock.fastForward('14:00:00'); await sleep(1000)
  console.log('morning before net', await status(anna.page)); await anna.context.clearCookies(); gate.let('open'); await anna.context.setOffline(false); await anna.page.clock.fastForward(60_000); await sleep(4000)
  console.log('morning', await status(anna.page)); console.log(await heard(anna.page)); await shots(anna.page, 'night')
  console.log(await anna.page.getByRole('link').allInnerTexts(), await anna.page.getByRole('button').allInnerTexts().then((t: string[]) => t.slice(0, 12)))
  await anna.context.request.post('/api/demo/session', { data: { personId: 'anna' }, headers: { origin: world.server.origin } })
  await anna.page.clock.resume().catch(() => {})
  await anna.page.reload(); await sleep(3000); console.log('back', await status(anna.page), (await anna.page.locator('#background .richText').innerText()).slice(-60)); await anna.context.close()
})
console.log('faults', world.faults)
await world.end(); gate.close(); process.exit(0)
