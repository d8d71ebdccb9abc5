import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { type FormActs, FormBody } from './FormBody.tsx'

interface FormProps extends FormActs {
  /** Word of the button that sends it. */
  readonly sendWord: string
  readonly children?: ReactNode
}

/** A form on a page, with the button that sends it below. */
export function Form({ sendWord, children, ...acts }: FormProps) {
  return (
    <FormBody
      {...acts}
      button={
        <Button type="submit" look="primary">
          {sendWord}
        </Button>
      }
    >
      {children}
    </FormBody>
  )
}
