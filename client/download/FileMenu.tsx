import { useText } from '../text/useText.ts'
import { MenuButton } from '../ui/MenuButton.tsx'
import { DownloadFault } from './DownloadFault.tsx'
import { useDownload } from './useDownload.ts'

export interface FileChoice {
  readonly label: string
  /** What the file is for, in a few words. */
  readonly help: string
  readonly address: string
}

interface FileMenuProps {
  readonly label: string
  readonly choices: readonly FileChoice[]
  /** Of its button. */
  readonly className: string | undefined
}

/** A menu of files to fetch. Its button says while one is being made, and what went wrong is told beside it. */
export function FileMenu({ label, choices, className }: FileMenuProps) {
  const { files } = useText()
  const download = useDownload()
  const isFetching = download.fetching.size > 0
  const said = isFetching ? files.fetching : label
  return (
    <>
      <MenuButton
        label={said}
        className={className}
        floats
        resting={isFetching}
        aria-busy={isFetching || undefined}
        choices={choices.map(({ label, help, address }) => ({
          ...{ label, help },
          onChoose: () => download.fetch(address),
        }))}
      >
        {said}
      </MenuButton>
      <DownloadFault download={download} />
    </>
  )
}
